using System.Text;
using Kantata.Generator.Tests.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Kantata.Generator.Tests;

public sealed class CompilationTests
{
    [Fact]
    public void What_the_bundled_documents_generate_compiles_without_a_warning()
    {
        GeneratorRun run = GeneratorRun.Of(BundledSpec.All);

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerFaults);
    }

    [Fact]
    public void Two_resources_bring_their_entities_and_those_that_can_be_included_and_names_for_other_ids()
    {
        GeneratorRun run = GeneratorRun.Of(
            BundledSpec.All, properties: new Dictionary<string, string> { ["KantataResourceList"] = "billing_milestones| invoices" });

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerFaults);
        Assert.Equal(
            [
                "AdditionalItem.g.cs", "BillingMilestone.g.cs", "BillingMilestonesClient.g.cs", "Expense.g.cs", "ExternalReference.g.cs",
                "FixedFeeItem.g.cs", "Invoice.g.cs", "InvoicesClient.g.cs", "KantataClient.g.cs", "Markers.g.cs", "Shared.g.cs",
                "Story.g.cs", "TimeEntry.g.cs", "User.g.cs", "Workspace.g.cs",
            ],
            run.Sources.Select(source => source.HintName).Order(StringComparer.Ordinal));
        Assert.Contains("public sealed partial class Role", run.Source("Markers.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_resource_that_does_not_exist_is_reported_with_the_nearest_one()
    {
        GeneratorRun run = GeneratorRun.Of(
            BundledSpec.All, properties: new Dictionary<string, string> { ["KantataResourceList"] = "billing_milestone|invoices" });

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal("KAN1011", diagnostic.Id);
        Assert.Equal(
            "KantataResources names 'billing_milestone', which no document describes; did you mean 'billing_milestones'?",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Empty(run.CompilerFaults);
    }

    [Fact]
    public void No_generated_file_is_longer_than_2000_lines() =>
        Assert.All(GeneratorRun.Of(BundledSpec.All).Sources, source => Assert.InRange(source.SourceText.Lines.Count, 1, 2000));

    // What is generated is parsed and bound in every build of its users.
    [Fact]
    public void The_whole_API_stays_within_2_500_000_bytes_and_35_000_lines()
    {
        GeneratorRun run = GeneratorRun.Of(BundledSpec.All);

        Assert.InRange(run.Sources.Sum(source => Encoding.UTF8.GetByteCount(source.SourceText.ToString()) + Encoding.UTF8.Preamble.Length), 2_000_000, 2_500_000);
        Assert.InRange(run.Sources.Sum(source => source.SourceText.Lines.Count), 30_000, 35_000);
    }
}
