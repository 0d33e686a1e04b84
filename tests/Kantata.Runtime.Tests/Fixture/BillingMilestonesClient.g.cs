#nullable enable annotations
using Kantata.Runtime;

namespace Kantata;

public partial class BillingMilestonesClient : ResourceClient
{
    private static readonly ResponseFormat s_format = new("billing_milestones",
        new("billing_milestones", BillingMilestone.Shape), new("external_references", ExternalReference.Shape), new("invoices", Invoice.Shape),
        new("stories", Story.Shape), new("workspaces", Workspace.Shape));
    private static readonly Operation s_list = new("GET", "/billing_milestones", s_format);
    private static readonly Operation s_get = new("GET", "/billing_milestones/{id}", s_format);
    private static readonly Operation s_create = new("POST", "/billing_milestones", s_format) { BodyKey = "billing_milestone", BulkKey = "billing_milestones", BulkLimit = 100 };
    private static readonly Operation s_update = new("PUT", "/billing_milestones/{id}", s_format) { BodyKey = "billing_milestone" };
    private static readonly Operation s_delete = new("DELETE", "/billing_milestones/{id}");

    internal BillingMilestonesClient(KantataConnection connection) : base(connection) { }
    protected BillingMilestonesClient() { }

    public virtual BillingMilestonesListQuery List() => new(Source(s_list));

    public virtual Task<BillingMilestone> GetAsync(Id<BillingMilestone> id, Func<BillingMilestonesQuery, BillingMilestonesQuery>? query = null, CancellationToken cancellationToken = default)
        => SendForOneAsync<BillingMilestone>(s_get, [id.ToString()], query?.Invoke(new()), null, cancellationToken);

    public virtual Task<BillingMilestone> CreateAsync(BillingMilestoneCreateRequest billingMilestone, Func<BillingMilestonesQuery, BillingMilestonesQuery>? query = null, CancellationToken cancellationToken = default)
        => SendForOneAsync<BillingMilestone>(s_create, [], query?.Invoke(new()), billingMilestone, cancellationToken);

    public virtual Task<IReadOnlyList<BillingMilestone>> CreateManyAsync(IEnumerable<BillingMilestoneCreateRequest> billingMilestones, Func<BillingMilestonesQuery, BillingMilestonesQuery>? query = null, CancellationToken cancellationToken = default)
        => SendBatchesAsync<BillingMilestone>(s_create, [], query?.Invoke(new()), billingMilestones, null, cancellationToken);

    public virtual Task<IReadOnlyList<BillingMilestone>> CreateManyAsync(IEnumerable<BillingMilestoneCreateRequest> billingMilestones, IProgress<KantataBatchProgress>? progress, CancellationToken cancellationToken = default)
        => SendBatchesAsync<BillingMilestone>(s_create, [], null, billingMilestones, progress, cancellationToken);

    public virtual Task<IReadOnlyList<BillingMilestone>> CreateManyAsync(IAsyncEnumerable<BillingMilestoneCreateRequest> billingMilestones, IProgress<KantataBatchProgress>? progress, CancellationToken cancellationToken = default)
        => SendBatchesAsync<BillingMilestone>(s_create, [], null, billingMilestones, progress, cancellationToken);

    public virtual Task<BillingMilestone> UpdateAsync(Id<BillingMilestone> id, BillingMilestoneUpdateRequest changes, Func<BillingMilestonesQuery, BillingMilestonesQuery>? query = null, CancellationToken cancellationToken = default)
        => SendForOneAsync<BillingMilestone>(s_update, [id.ToString()], query?.Invoke(new()), changes, cancellationToken);

    public virtual Task DeleteAsync(Id<BillingMilestone> id, CancellationToken cancellationToken = default)
        => SendAsync(s_delete, [id.ToString()], null, null, cancellationToken);
}

public partial class BillingMilestonesListQuery : SelectableListQuery<BillingMilestonesListQuery, BillingMilestone>
{
    internal BillingMilestonesListQuery(ListSource source) : base(source) { }

    public BillingMilestonesListQuery DateBetween(DateOnly from, DateOnly to) => SetRange("date_between", from, to);
    public BillingMilestonesListQuery DateOpenBetween(DateOnly? from, DateOnly? to) => SetRange("date_open_between", from, to);
    public BillingMilestonesListQuery UpdatedAtBetween(DateTimeOffset? from, DateTimeOffset? to) => SetRange("updated_at_between", from, to);
    public BillingMilestonesListQuery CreatedBetween(DateTimeOffset? from, DateTimeOffset? to) => SetRange("created_between", from, to, ';');
    public BillingMilestonesListQuery CompletionBetween(decimal? from, decimal? to) => SetRange("completion_between", from, to, ',');
    public BillingMilestonesListQuery ExternalReferenceServiceModelRefs(params string[] values) => SetStrings("external_reference_service_model_refs", values, 200);
    public BillingMilestonesListQuery ExternalReferenceServiceModelRefs(IEnumerable<string> values) => SetStrings("external_reference_service_model_refs", values, 200);
    public BillingMilestonesListQuery BillingTypeIs(BillingType value) => SetString("billing_type", value.Value);
    public BillingMilestonesListQuery BillingTypes(params BillingType[] values) => SetValues<BillingType>("billing_types", values);
    public BillingMilestonesListQuery HasExternalReferences(bool value = true) => SetBoolean("has_external_references", value);
    public BillingMilestonesListQuery CreatedAfter(DateTimeOffset value) => SetDateTime("created_after", value);
    public BillingMilestonesListQuery Day(DateOnly value) => SetDate("day", value);
    public BillingMilestonesListQuery Days(params DateOnly[] values) => SetDates("days", values);
    public BillingMilestonesListQuery AtLeast(long value) => SetInt64("at_least", value);
    public BillingMilestonesListQuery Share(decimal value) => SetDecimal("share", value);
    public BillingMilestonesListQuery Search(string value) => SetString("search", value);
    public BillingMilestonesListQuery StoryId(Id<Story> id) => SetId<Story>("story_id", id);
    public BillingMilestonesListQuery WorkspaceIds(params Id<Workspace>[] ids) => SetIds<Workspace>("workspace_ids", ids, 200);
    public BillingMilestonesListQuery WorkspaceIds(IEnumerable<Id<Workspace>> ids) => SetIds<Workspace>("workspace_ids", ids, 200);
    public BillingMilestonesListQuery WorkspaceIds(IEnumerable<long> ids) => SetIds<Workspace>("workspace_ids", ids, 200);
    public BillingMilestonesListQuery IncludeExternalReferences() => Include("external_references");
    public BillingMilestonesListQuery IncludeInvoices() => Include("invoices");
    public BillingMilestonesListQuery IncludeStory() => Include("story");
    public BillingMilestonesListQuery IncludeSubject() => Include("subject");
    public BillingMilestonesListQuery IncludeWorkspace() => Include("workspace");
    public BillingMilestonesListQuery WithCanEdit() => OptionalField("can_edit");
    public BillingMilestonesListQuery OrderByCreatedAt() => Order("created_at:asc");
    public BillingMilestonesListQuery OrderByCreatedAtDescending() => Order("created_at:desc");
}

public partial class BillingMilestonesQuery : EntityQuery<BillingMilestonesQuery>
{
    public BillingMilestonesQuery IncludeInvoices() => Include("invoices");
    public BillingMilestonesQuery IncludeStory() => Include("story");
    public BillingMilestonesQuery IncludeSubject() => Include("subject");
    public BillingMilestonesQuery IncludeWorkspace() => Include("workspace");
    public BillingMilestonesQuery WithCanEdit() => OptionalField("can_edit");
}
