using System.Text.Json.Serialization;

namespace Kantata.Benchmarks.Decoding;

// The entities as one would write them by hand for a serializer: the same members, ids as the texts that they are sent as.
internal abstract class PlainObject
{
    public PlainObject Copy() => (PlainObject)MemberwiseClone();
}

internal sealed class PlainPage
{
    public long? Count { get; set; }

    public List<PlainReference>? Results { get; set; }

    public Dictionary<string, PlainInvoice>? Invoices { get; set; }

    public Dictionary<string, PlainTimeEntry>? TimeEntries { get; set; }

    public Dictionary<string, PlainUser>? Users { get; set; }

    public Dictionary<string, PlainWorkspace>? Workspaces { get; set; }

    public Dictionary<string, PlainStory>? Stories { get; set; }

    public PlainMeta? Meta { get; set; }
}

internal sealed class PlainMeta
{
    public long? Count { get; set; }

    public long? PageCount { get; set; }

    public long? PageNumber { get; set; }

    public long? PageSize { get; set; }
}

internal sealed class PlainReference
{
    public string? Key { get; set; }

    public string? Id { get; set; }
}

internal sealed class PlainInvoice : PlainObject
{
    public string? Id { get; set; }

    public List<string>? AdditionalItemIds { get; set; }

    public long? BalanceInCents { get; set; }

    public List<string>? BillingMilestoneIds { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public string? Currency { get; set; }

    public long? CurrencyBaseUnit { get; set; }

    public string? CurrencySymbol { get; set; }

    public bool? Draft { get; set; }

    public DateOnly? DueDate { get; set; }

    public List<string>? ExpenseIds { get; set; }

    public List<string>? ExternalReferenceIds { get; set; }

    public List<string>? FixedFeeItemIds { get; set; }

    public DateOnly? InvoiceDate { get; set; }

    public string? Message { get; set; }

    public long? PaymentSchedule { get; set; }

    public string? ProjectCode { get; set; }

    public string? PurchaseOrder { get; set; }

    public string? RecipientId { get; set; }

    public string? Status { get; set; }

    public decimal? TaxRate { get; set; }

    public List<string>? TimeEntryIds { get; set; }

    public string? Title { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }

    public string? UserId { get; set; }

    public long? UserInvoiceNumber { get; set; }

    public string? UserInvoiceTitle { get; set; }

    public List<string>? WorkspaceIds { get; set; }
}

internal sealed class PlainTimeEntry : PlainObject
{
    public string? Id { get; set; }

    public string? ActiveSubmissionId { get; set; }

    public bool? Approved { get; set; }

    public bool? Billable { get; set; }

    public long? CostRateInCents { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public string? Currency { get; set; }

    public long? CurrencyBaseUnit { get; set; }

    public string? CurrencySymbol { get; set; }

    public DateOnly? DatePerformed { get; set; }

    public List<string>? ExternalReferenceIds { get; set; }

    public string? InvoiceId { get; set; }

    public bool? IsInvoiced { get; set; }

    public string? Location { get; set; }

    public long? LocationId { get; set; }

    public string? Notes { get; set; }

    public long? RateInCents { get; set; }

    public string? RecentSubmissionId { get; set; }

    public string? RoleId { get; set; }

    public string? StoryId { get; set; }

    public bool? Taxable { get; set; }

    public long? TimeInMinutes { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }

    public bool? UserCanEdit { get; set; }

    public string? UserId { get; set; }

    public string? WorkspaceId { get; set; }
}

internal sealed class PlainUser : PlainObject
{
    public string? Id { get; set; }

    public string? AbbreviatedTimezone { get; set; }

    public string? AccountMembershipId { get; set; }

    public string? Bio { get; set; }

    public string? City { get; set; }

    public string? Classification { get; set; }

    public string? Country { get; set; }

    public List<string>? CustomFieldValueIds { get; set; }

    public string? EmailAddress { get; set; }

    public List<string>? ExternalReferenceIds { get; set; }

    public string? FullName { get; set; }

    public string? Headline { get; set; }

    public DateTimeOffset? LastSiteActivity { get; set; }

    public string? ManagerId { get; set; }

    public string? PhotoPath { get; set; }

    public string? RoleId { get; set; }

    public List<string>? SkillIds { get; set; }

    public List<string>? SkillMembershipIds { get; set; }

    public string? State { get; set; }

    public string? Website { get; set; }

    public List<string>? WorkSampleIds { get; set; }
}

internal sealed class PlainStory : PlainObject
{
    public string? Id { get; set; }

    public List<string>? AncestorIds { get; set; }

    public long? AncestryDepth { get; set; }

    public bool? Archived { get; set; }

    public bool? ArchivedEditable { get; set; }

    public string? AssignedRoleId { get; set; }

    public List<string>? AssigneeIds { get; set; }

    public DateTimeOffset? AssignmentTimestampedAt { get; set; }

    public List<string>? AttachmentIds { get; set; }

    public bool? Billable { get; set; }

    public long? BudgetEstimateInCents { get; set; }

    public long? BudgetUsedInCents { get; set; }

    public bool? CanAlignTime { get; set; }

    public bool? CanEdit { get; set; }

    public bool? CanPost { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public string? CreatorId { get; set; }

    public List<string>? CurrentAssignmentIds { get; set; }

    public List<string>? CustomFieldValueIds { get; set; }

    public string? CustomTaskStatusId { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }

    public List<string>? DescendantIds { get; set; }

    public string? Description { get; set; }

    public DateOnly? DueDate { get; set; }

    public List<string>? ExternalReferenceIds { get; set; }

    public bool? FixedFee { get; set; }

    public List<string>? FollowerIds { get; set; }

    public string? FormattedDescription { get; set; }

    public List<string>? GoogleDocumentIds { get; set; }

    public bool? HasOutOfBoundsSads { get; set; }

    public long? InvoicedBalanceInCents { get; set; }

    public bool? IsTimeTrackableType { get; set; }

    public long? LoggedBillableTimeInMinutes { get; set; }

    public long? LoggedNonbillableTimeInMinutes { get; set; }

    public string? ParentId { get; set; }

    public string? ParsedDescription { get; set; }

    public long? PercentageComplete { get; set; }

    public long? Position { get; set; }

    public List<string>? PotentialWorkspaceResourceIds { get; set; }

    public List<string>? PotentialWorkspaceResourcesWithUnnamedIds { get; set; }

    public string? Priority { get; set; }

    public bool? ProjectPlan { get; set; }

    public bool? ReadOnly { get; set; }

    public bool? RenderDescriptionMarkdown { get; set; }

    public List<string>? ReplyIds { get; set; }

    public string? RootId { get; set; }

    public List<string>? SourceDependencyIds { get; set; }

    public DateOnly? StartDate { get; set; }

    public string? State { get; set; }

    public string? Status { get; set; }

    public List<string>? StoryStateChangeIds { get; set; }

    public List<string>? StoryTaskIds { get; set; }

    public string? StoryType { get; set; }

    public long? SubStoriesBillableTimeInMinutes { get; set; }

    public long? SubStoriesBudgetEstimateInCents { get; set; }

    public long? SubStoriesBudgetUsedInCents { get; set; }

    public long? SubStoriesTimeEstimateInMinutes { get; set; }

    public long? SubStoryCount { get; set; }

    public List<string>? SubStoryIds { get; set; }

    public long? SubtreeDepth { get; set; }

    public List<string>? TagIds { get; set; }

    public List<string>? TargetDependencyIds { get; set; }

    public long? TimeEstimateInMinutes { get; set; }

    public bool? TimeTrackable { get; set; }

    public string? Title { get; set; }

    public long? UninvoicedBalanceInCents { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }

    public long? Weight { get; set; }

    public string? WorkspaceId { get; set; }

    public List<string>? WorkspaceResourceIds { get; set; }

    public List<string>? WorkspaceResourcesWithUnnamedIds { get; set; }
}

internal sealed class PlainWorkspace : PlainObject
{
    public string? Id { get; set; }

    public string? AccessLevel { get; set; }

    public string? AccountColorId { get; set; }

    public long? AccountId { get; set; }

    public List<string>? AccountInsightsMappingIds { get; set; }

    public bool? ActualFeesIncludesAdditionalLineItems { get; set; }

    public bool? ActualFeesIncludesExpenses { get; set; }

    public string? ApproverId { get; set; }

    public List<string>? ApproverIds { get; set; }

    public bool? Archived { get; set; }

    public long? BillableMinutes { get; set; }

    public List<string>? BillingMilestoneIds { get; set; }

    public string? BudgetRemaining { get; set; }

    public string? BudgetUsed { get; set; }

    public long? BudgetUsedInCents { get; set; }

    public bool? Budgeted { get; set; }

    public bool? CanCreateLineItems { get; set; }

    public bool? CanInvite { get; set; }

    public bool? ChangeOrdersEnabled { get; set; }

    public string? ClientLeadName { get; set; }

    public string? ClientRoleName { get; set; }

    public string? ConsultantRoleName { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public string? CreatorId { get; set; }

    public string? Currency { get; set; }

    public long? CurrencyBaseUnit { get; set; }

    public string? CurrencySymbol { get; set; }

    public string? CurrentStatusReportId { get; set; }

    public string? CurrentUserParticipationId { get; set; }

    public List<string>? CustomFieldValueIds { get; set; }

    public string? DefaultRate { get; set; }

    public string? Description { get; set; }

    public DateOnly? DueDate { get; set; }

    public DateOnly? EffectiveDueDate { get; set; }

    public long? EstimatedMinutes { get; set; }

    public bool? ExcludeArchivedStoriesPercentComplete { get; set; }

    public bool? ExpensesInBurnRate { get; set; }

    public PlainWorkspaceExternalLink? ExternalLink { get; set; }

    public List<string>? ExternalReferenceIds { get; set; }

    public List<string>? FinancialViewerIds { get; set; }

    public bool? HasActiveExpenseReportSubmissions { get; set; }

    public bool? HasActiveTimesheetSubmissions { get; set; }

    public bool? HasBudgetAccess { get; set; }

    public string? IncomingEmailAddress { get; set; }

    public DateOnly? LockDate { get; set; }

    public long? MinutesLogged { get; set; }

    public string? NextUncompletedMilestoneId { get; set; }

    public long? NonBillableMinutes { get; set; }

    public bool? OverBudget { get; set; }

    public List<string>? ParticipantIds { get; set; }

    public List<string>? ParticipationIds { get; set; }

    public long? PercentOfBudgetUsed { get; set; }

    public long? PercentageComplete { get; set; }

    public PlainWorkspacePermissions? Permissions { get; set; }

    public List<string>? PossibleApproverIds { get; set; }

    public bool? PostsRequirePrivacyDecision { get; set; }

    public string? Price { get; set; }

    public long? PriceInCents { get; set; }

    public string? PrimaryCounterpartId { get; set; }

    public string? PrimaryMavenId { get; set; }

    public string? PrimaryWorkspaceGroupId { get; set; }

    public string? ProviderLeadName { get; set; }

    public string? RateCardId { get; set; }

    public bool? RequireExpenseApprovals { get; set; }

    public bool? RequireNotesOnTimeEntries { get; set; }

    public bool? RequireTimeApprovals { get; set; }

    public string? RevenueRecognitionMethodId { get; set; }

    public string? RevenueRecognitionMethodName { get; set; }

    public string? Stage { get; set; }

    public DateOnly? StartDate { get; set; }

    public PlainWorkspaceStatus? Status { get; set; }

    public List<string>? StatusReportIds { get; set; }

    public bool? StoriesAreFixedFeeByDefault { get; set; }

    public decimal? TargetMargin { get; set; }

    public string? TaskStatusSetId { get; set; }

    public string? TaskStatusSetName { get; set; }

    public List<string>? TaskStatuses { get; set; }

    public bool? TasksDefaultNonBillable { get; set; }

    public bool? TimeTrackable { get; set; }

    public List<string>? TimesheetSubmissionIds { get; set; }

    public string? Title { get; set; }

    public long? TotalExpensesInCents { get; set; }

    public string? TotalInvoiced { get; set; }

    public long? TotalMinutesApproved { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }

    public List<string>? WorkspaceGroupIds { get; set; }

    public string? WorkspaceInvoicePreferenceId { get; set; }

    public List<string>? WorkspaceResourceIds { get; set; }

    public List<string>? WorkspaceResourcesWithUnnamedIds { get; set; }
}

internal sealed class PlainWorkspaceExternalLink : PlainObject
{
    public string? Url { get; set; }

    public string? Text { get; set; }
}

internal sealed class PlainWorkspacePermissions : PlainObject
{
    public bool? CanUploadFiles { get; set; }

    public bool? CanPrivateMessage { get; set; }

    public bool? CanJoin { get; set; }

    public bool? IsParticipant { get; set; }

    public string? AccessLevel { get; set; }

    public bool? TeamLead { get; set; }

    public bool? UserIsClient { get; set; }

    public bool? CanChangePrice { get; set; }

    public bool? CanChangeStoryBillable { get; set; }

    public bool? CanPost { get; set; }

    public bool? CanEdit { get; set; }

    public bool? Restricted { get; set; }

    public bool? CanSeeFinancials { get; set; }

    public bool? IsGuestOnProject { get; set; }
}

internal sealed class PlainWorkspaceStatus : PlainObject
{
    public string? Color { get; set; }

    public string? Key { get; set; }

    public string? Message { get; set; }
}

[JsonSerializable(typeof(PlainPage))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
internal sealed partial class PlainJson : JsonSerializerContext;
