using Xunit;

namespace Kantata.IntelliSense.Tests;

/// <summary>Everything is discovered by typing.</summary>
public sealed class CompletionTests(Editor editor) : IClassFixture<Editor>
{
    private static readonly string[] s_ofEveryObject = ["Equals", "GetHashCode", "GetType", "ToString"];

    [Fact]
    public async Task The_client_offers_the_101_resources_each_with_a_description()
    {
        IReadOnlyDictionary<string, string> offers = await editor.CompleteAsync("kantata.$$");

        string[] resources = [.. offers.Keys.Except([.. s_ofEveryObject, "Dispose", "SendAsync"])];
        Assert.Equal(101, resources.Length);
        Assert.Contains("BillingMilestones", resources);
        Assert.Contains("RateCardSetVersions", resources);
        Assert.All(resources, resource => Assert.True(offers[resource].Split('\n').Length > 1, $"{resource} has no description: {offers[resource]}"));
    }

    [Fact]
    public async Task A_resource_offers_its_operations()
    {
        IReadOnlyDictionary<string, string> offers = await editor.CompleteAsync("kantata.Invoices.$$");

        Assert.Equal(
            ["CancelAsync", "CreateAsync", "DeleteAsync", "GetAsync", "GetNextNumberAsync", "List", "UpdateAsync"],
            offers.Keys.Except(s_ofEveryObject).Order(StringComparer.Ordinal));
        Assert.Contains("Cancel", offers["CancelAsync"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_offers_exactly_its_filters_its_includes_and_its_orders()
    {
        IReadOnlyDictionary<string, string> offers = await editor.CompleteAsync("kantata.Invoices.List().$$");

        string[] ofEveryList = ["AsPages", "CountAsync", "FirstOrDefaultAsync", "GetAsyncEnumerator", "GetPageAsync", "GuardAgainstRemovals", "OneObjectPerId", "Parameter", "Prefetch", "ToListAsync"];
        Assert.Equal(
            [
                "CreatedAfter", "CreatedBefore", "ExternalReferenceExternalMessage", "ExternalReferenceExternalStatus",
                "ExternalReferenceServiceModel", "ExternalReferenceServiceModelRef", "ExternalReferenceServiceModelRefs",
                "ExternalReferenceServiceName", "ExternalReferenceStatus", "HasExternalReferences",
                "IncludeAdditionalItems", "IncludeBillingMilestones", "IncludeExpenses", "IncludeExternalReferences",
                "IncludeFixedFeeItems", "IncludeRecipient", "IncludeTimeEntries", "IncludeUser", "IncludeWorkspaces",
                "Only", "OrderByCreatedAt", "OrderByCreatedAtDescending", "OrderById", "OrderByIdDescending",
                "OrderByInvoiceDate", "OrderByInvoiceDateDescending", "OrderByUpdatedAt", "OrderByUpdatedAtDescending",
                "Paid", "Pending", "UpdatedAfter", "UpdatedBefore", "UserInvoiceNumber", "WithinDates", "WithoutDrafts",
                "WithoutExternalReferenceServiceName", "WorkspaceId",
            ],
            offers.Keys.Except([.. s_ofEveryObject, .. ofEveryList]).Order(StringComparer.Ordinal));
        Assert.Contains("draft", offers["WithoutDrafts"], StringComparison.OrdinalIgnoreCase);
        Assert.Contains("client lead", offers["IncludeRecipient"], StringComparison.Ordinal);
        Assert.Contains("invoice_date:desc", offers["OrderByInvoiceDateDescending"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_offers_its_members()
    {
        IReadOnlyDictionary<string, string> offers = await editor.CompleteAsync("_ = new BillingMilestoneCreateRequest { $$ };");

        Assert.Equal(
            ["AmountInCents", "BillingType", "DateToInvoice", "ExternalReference", "StoryId", "Title", "WorkspaceId"],
            offers.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_value_set_offers_its_values()
    {
        IReadOnlyDictionary<string, string> offers = await editor.CompleteAsync("_ = BillingType.$$;");

        Assert.Equal(["FixedDate", "From", "UponCompletion"], offers.Keys.Except(s_ofEveryObject).Except(["ReferenceEquals"]).Order(StringComparer.Ordinal));
    }
}
