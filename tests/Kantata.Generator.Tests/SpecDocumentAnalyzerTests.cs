using System.Collections.Immutable;
using Kantata.Generator.Analyzers;
using Kantata.Generator.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Kantata.Generator.Tests;

/// <summary>Faults of the documents that the user added are shown in the documents.</summary>
public sealed class SpecDocumentAnalyzerTests
{
    [Fact]
    public async Task The_bundled_documents_are_faultless() => Assert.Empty(await AnalyzeAsync([.. BundledSpec.All.Select(text => AsUsers(text.Name, BundledSpec.Read(text.Name)))]));

    [Fact]
    public async Task Bundled_documents_alone_are_not_analyzed() =>
        Assert.Empty(await AnalyzeAsync([new InMemoryText("pages/broken.md", "# No endpoint\n")]));

    [Fact]
    public async Task A_page_without_an_endpoint_is_shown_in_the_page() =>
        await AssertFaultAsync("KAN0010", line: 0, AsUsers("forecasts.md", "# Fetching forecasts\n\nProse.\n"));

    [Fact]
    public async Task An_empty_file_is_shown() => await AssertFaultAsync("KAN0001", line: 0, AsUsers("forecasts.md", ""));

    [Fact]
    public async Task An_item_without_a_type_is_shown_at_its_line() => await AssertFaultAsync(
        "KAN0016",
        line: 7,
        AsUsers("forecasts.md", "# Fetching forecasts\n\nEndpoint: GET /forecasts\nVersion: 1.0.0\n\n## Query parameters:\n\n  - `day`\n    The day.\n"));

    [Fact]
    public async Task An_include_of_an_unknown_entity_is_shown_at_its_line() => await AssertFaultAsync(
        "KAN0042",
        line: 9,
        AsUsers(
            "forecasts.md",
            "# Fetching forecasts\n\nEndpoint: GET /forecasts\nVersion: 1.0.0\n\n## Query parameters:\n\n  - `include` (string)\n    Associations.\n- crystal_ball (CrystalBall) - The ball.\n"));

    [Theory]
    [InlineData("true", 0)]
    [InlineData("false", 1)]
    public async Task An_include_of_an_entity_is_a_fault_only_where_the_bundled_documents_that_know_it_are_not_used(string useBundledSpec, int faults)
    {
        InMemoryText page = AsUsers(
            "forecasts.md",
            "# Fetching forecasts\n\nEndpoint: GET /forecasts\nVersion: 1.0.0\n\n## Query parameters:\n\n  - `include` (string)\n    Associations.\n- expenses (Expense) - The expenses.\n");

        ImmutableArray<Diagnostic> all = await AnalyzeAsync([page], useBundledSpec);

        Assert.Equal(faults, all.Count(fault => fault.Id == "KAN0042"));
    }

    [Fact]
    public async Task Two_pages_about_one_operation_are_shown_in_both()
    {
        const string Text = "# Fetching forecasts\n\nEndpoint: GET /forecasts\nVersion: 1.0.0\n";

        ImmutableArray<Diagnostic> faults = await AnalyzeAsync([AsUsers("a.md", Text), AsUsers("b.md", Text)]);

        Assert.Equal(["/project/a.md", "/project/b.md"], faults.Where(fault => fault.Id == "KAN0040").Select(fault => fault.Location.GetLineSpan().Path).Order());
    }

    [Fact]
    public async Task Yaml_that_does_not_parse_is_shown_where_it_breaks() =>
        await AssertFaultAsync("KAN0030", line: 1, AsUsers("entity.yaml", "openapi: 3.1.0\ninfo: }\n"));

    [Fact]
    public void The_rest_is_generated_whatever_a_page_holds()
    {
        string[] broken = ["", "# Cut", "# A\n\nEndpoint: GET", "\0\u0001\u0002", "openapi: [", "{"];

        GeneratorRun run = GeneratorRun.Of(BundledSpec.Billing.Concat(broken.Select((text, index) => AsUsers($"broken{index}.{(index < 4 ? "md" : "yaml")}", text))));

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerFaults);
        Assert.NotNull(run.Compilation.GetTypeByMetadataName("Kantata.InvoicesClient"));
    }

    [Fact]
    public void A_users_page_replaces_the_bundled_page_of_the_same_operation()
    {
        const string Page = "# Fetching one\n\nMine.\n\nEndpoint: GET /invoices/next_invoice_number\nVersion: 1.0.0\n\n## Response 200 fields (application/json):\n\n  - `number_of_mine` (integer)\n";

        GeneratorRun run = GeneratorRun.Of([.. BundledSpec.Billing, AsUsers("mine.md", Page)]);

        Assert.Empty(run.CompilerFaults);
        string source = run.Source("InvoicesClient.g.cs");
        Assert.Contains("public long? NumberOfMine { get; set; }", source, StringComparison.Ordinal);
        Assert.DoesNotContain("string? NextInvoiceNumber", source, StringComparison.Ordinal);
    }

    private static InMemoryText AsUsers(string name, string text) => new(name, text, origin: "user");

    private static async Task AssertFaultAsync(string id, int line, InMemoryText document)
    {
        Diagnostic fault = Assert.Single(await AnalyzeAsync([.. BundledSpec.Billing, document]), fault => fault.Id == id);
        FileLinePositionSpan place = fault.Location.GetLineSpan();
        Assert.Equal(document.Path, place.Path);
        Assert.Equal(line, place.StartLinePosition.Line);
    }

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(IReadOnlyList<InMemoryText> documents, string useBundledSpec = "")
    {
        AnalyzerOptions options = new([.. documents], new InMemoryOptions(new Dictionary<string, string> { ["build_property.KantataUseBundledSpec"] = useBundledSpec }));
        CompilationWithAnalyzers compilation = GeneratorRun.Compile("").WithAnalyzers([new SpecDocumentAnalyzer()], options);
        return await compilation.GetAnalyzerDiagnosticsAsync();
    }
}
