using Kantata.Generator.Tests.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Kantata.Generator.Tests;

/// <summary>The runtime has the filter by the ids of the objects themselves, for lists of which the documents say it.</summary>
public sealed class SelectableListTests
{
    private const string Page = "pages/billing-milestones/get-billing-milestones.md";
    private const string Item = """
          - `only` (string)
            Asks for billing milestones by their IDs. Provide a comma-separated list of billing milestone IDs, for example `10,20`.


        """;

    private static readonly Lazy<Compilation> s_client = new(() => GeneratorRun.Of(BundledSpec.All).Compilation);

    [Theory]
    [InlineData("BillingMilestonesListQuery", "BillingMilestone")]
    [InlineData("StoriesListQuery", "Story")]
    public void A_list_with_the_parameter_only_has_the_methods_of_its_base_class(string query, string entity)
    {
        INamedTypeSymbol type = s_client.Value.GetTypeByMetadataName("Kantata." + query)!;

        Assert.Equal($"Kantata.SelectableListQuery<Kantata.{query}, Kantata.{entity}>", type.BaseType!.ToDisplayString());
        Assert.Empty(type.GetMembers("Only"));
        Assert.Equal(3, type.BaseType.GetMembers("Only").Length);
    }

    // The first three do not document the parameter; the ids of the last are composed of several parts and so are texts.
    [Fact]
    public void All_lists_but_a_few_are_such_lists() => Assert.Equal(
        ["ExchangeTablesListQuery", "ExchangeTablesRatesListQuery", "RateCardTableRowsListQuery", "RevenueRecognitionMethodsListQuery"],
        s_client.Value.GetTypeByMetadataName("Kantata.KantataClient")!.ContainingNamespace.GetTypeMembers()
            .Where(type => type.BaseType?.Name == "ListQuery")
            .Select(type => type.Name)
            .Order(StringComparer.Ordinal));

    [Fact]
    public void A_list_without_the_parameter_only_has_no_method_Only()
    {
        GeneratorRun run = Run("");

        Assert.Equal(("ListQuery", 0), Base(run));
        Assert.Contains(
            GeneratorRun.Of(Documents(""), "class C { object M(Kantata.KantataClient kantata) => kantata.BillingMilestones.List().Only(1); }").CompilerFaults,
            fault => fault.Id == "CS1061");
    }

    [Theory]
    [InlineData("Asks for billing milestones by their IDs. Provide a comma-separated list of up to 50 billing milestone IDs.")]
    [InlineData("Asks for billing milestones by their IDs. Provide a comma-separated list of billing milestone IDs. Only given together with the `search` parameter.")]
    public void A_parameter_of_which_the_documents_say_more_has_methods_of_its_own(string text) =>
        Assert.Equal(("ListQuery", 3), Base(Run($"  - `only` (string)\n    {text}\n\n  - `search` (string)\n    What to look for.\n\n")));

    [Theory]
    [InlineData("`only` (string)\n    Provide a comma-separated list of titles.", 2)]
    [InlineData("`only` (boolean)\n    Whether others are left out.", 1)]
    public void A_parameter_only_that_is_something_else_has_methods_of_its_own(string item, int methods) =>
        Assert.Equal(("ListQuery", methods), Base(Run($"  - {item}\n\n")));

    [Fact]
    public void No_other_parameter_takes_the_name_of_the_methods()
    {
        GeneratorRun run = Run($"  - `Only` (boolean)\n    Another.\n\n{Item}");

        Assert.Equal(("SelectableListQuery", 0), Base(run));
        Assert.Single(Query(run).GetMembers("OnlyFilter"));
    }

    private static (string Base, int Methods) Base(GeneratorRun run) => (Query(run).BaseType!.Name, Query(run).GetMembers("Only").Length);

    private static INamedTypeSymbol Query(GeneratorRun run) => run.Compilation.GetTypeByMetadataName("Kantata.BillingMilestonesListQuery")!;

    private static GeneratorRun Run(string items)
    {
        GeneratorRun run = GeneratorRun.Of(Documents(items));
        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerFaults);
        return run;
    }

    private static IEnumerable<InMemoryText> Documents(string items)
    {
        string page = BundledSpec.Read(Page).Replace("\r\n", "\n", StringComparison.Ordinal);
        string item = Item.Replace("\r\n", "\n", StringComparison.Ordinal);
        Assert.Contains(item, page, StringComparison.Ordinal);
        return BundledSpec.Billing.Select(document =>
            document.Name == Page ? new InMemoryText(Page, page.Replace(item, items, StringComparison.Ordinal)) : document);
    }
}
