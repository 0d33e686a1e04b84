using Kantata.Generator.Tests.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Kantata.Generator.Tests;

/// <summary>What the documents say of a member is in its attributes, where analyzers and readers of the metadata find it.</summary>
public sealed class DocumentedFactTests
{
    private static readonly Lazy<Compilation> s_client = new(() => GeneratorRun.Of(BundledSpec.All).Compilation);

    [Theory]
    [InlineData("BillingMilestonesListQuery", "ExternalReferenceServiceModelRefs", "MaxItems(200)")]
    [InlineData("BillingMilestonesListQuery", "WorkspaceIds", "")]
    public void A_list_filter_tells_its_limit(string query, string filter, string fact) =>
        Assert.All(Members(query, filter).Cast<IMethodSymbol>(), method => Assert.Equal(fact, Facts(method.Parameters.Single())));

    [Theory]
    [InlineData("StoriesListQuery", "IncludeReplies", "Needs(\"Only\")")]
    [InlineData("StoriesListQuery", "IncludeAssignees", "")]
    [InlineData("AssignmentsListQuery", "IncludeStoryAllocationDays", "Needs(\"Plannable\")")]
    [InlineData("EventsListQuery", "SubjectId", "Needs(\"SubjectType\")")]
    [InlineData("EventsListQuery", "MostRecent", "Excludes(\"MostRecentByEventType\")")]
    [InlineData("UsersListQuery", "AccountId", "Excludes(\"OnMyAccount\")")]
    [InlineData("UsersListQuery", "WithLastSiteActivity", "Needs(\"OnMyAccount\")")]
    [InlineData("StoriesListQuery", "Search", "IgnoresOrder")]
    [InlineData("OrganizationMembershipsListQuery", "Primary", "")]
    public void A_method_of_a_query_tells_what_it_needs_and_excludes(string query, string method, string fact) =>
        Assert.All(Members(query, method), member => Assert.Equal(fact, Facts(member)));

    [Fact]
    public void An_include_of_a_single_object_needs_no_filter_that_only_the_list_has() =>
        Assert.Equal("", Facts(Members("StoriesQuery", "IncludeReplies").Single()));

    [Theory]
    [InlineData("BillingMilestoneCreateRequest", "StoryId", "RequiredWhen(\"BillingType\", \"upon_completion\")")]
    [InlineData("BillingMilestoneCreateRequest", "Title", "")]
    [InlineData("InvoiceCreateRequest", "WorkspaceId", "RequiredUnless(\"WorkspaceIds\")")]
    [InlineData("AttachmentCreateRequest", "Data", "RequiredUnless(\"Direct\", \"true\")")]
    [InlineData("SkillMembershipUpdateRequest", "Level", "Bounds(1, 5)")]
    public void A_member_of_a_request_tells_its_limits_and_when_it_is_required(string request, string member, string fact) =>
        Assert.Equal(fact, Facts(Members(request, member).Single()));

    [Fact]
    public void A_request_tells_of_which_members_it_requires_one() => Assert.Equal(
        "RequiresOneOf(\"TimeEntryIds, ExpenseIds, FixedFeeItems, AdditionalItems, BillingMilestoneIds\")",
        Facts(Type("InvoiceCreateRequest")));

    [Fact]
    public void A_value_set_tells_its_known_values() =>
        Assert.Equal("KnownValues(\"receipt|post_attachment\")", Facts(Type("AttachmentType")));

    [Fact]
    public void A_resource_tells_the_name_by_which_projects_ask_for_it() =>
        Assert.Equal("ResourceKey(\"billing_milestones\")", Facts(Type("BillingMilestonesClient")));

    private static INamedTypeSymbol Type(string name) => s_client.Value.GetTypeByMetadataName("Kantata." + name)!;

    private static IEnumerable<ISymbol> Members(string type, string name)
    {
        IEnumerable<ISymbol> members = Type(type).GetMembers(name);
        Assert.NotEmpty(members);
        return members;
    }

    /// <summary>The facts as they are written in code.</summary>
    private static string Facts(ISymbol symbol) => string.Join(" ", symbol.GetAttributes()
        .Where(attribute => attribute.AttributeClass!.ContainingNamespace.Name == "Kantata")
        .Select(attribute =>
        {
            string name = attribute.AttributeClass!.Name[..^"Attribute".Length];
            string arguments = string.Join(", ", attribute.ConstructorArguments.Where(argument => argument.Value is not null).Select(Written));
            return arguments.Length == 0 ? name : $"{name}({arguments})";
        }));

    private static string Written(TypedConstant argument) => argument.Value is string text
        ? $"\"{text}\""
        : Convert.ToString(argument.Value, System.Globalization.CultureInfo.InvariantCulture)!;
}
