using System.Collections.Immutable;
using Kantata.Generator.Pipeline;
using Kantata.Generator.Tests.Testing;
using Kantata.Spec;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Kantata.Generator.Tests;

/// <summary>The bundled documents lie in the generator, and a project says which of them it takes.</summary>
public sealed class BundledDocumentsTests
{
    private const string MilestoneList = "pages/billing-milestones/get-billing-milestones.md";

    private static readonly Dictionary<string, string> s_all = new() { ["KantataUseBundledSpec"] = "true" };
    private static readonly Dictionary<string, string> s_corrections = new() { ["KantataUseBundledSpec"] = "False" };

    [Fact]
    public void All_documents_of_the_folder_are_in_the_generator_and_read_as_files_would_be()
    {
        ImmutableArray<SpecDocument> documents = BundledDocuments.Read(BundledSelection.All, CancellationToken.None);

        Assert.Equal(
            BundledSpec.All.Select(text => SpecReader.Read(new SpecFile(text.Name, BundledSpec.Read(text.Name), SpecOrigin.Bundled)).Document),
            documents.OrderBy(document => document.Name, StringComparer.Ordinal));
    }

    [Fact]
    public void They_generate_what_the_same_documents_generate_as_files()
    {
        GeneratorRun asFiles = GeneratorRun.Of(BundledSpec.All);

        GeneratorRun bundled = GeneratorRun.Of([], properties: s_all);

        Assert.Equal(
            asFiles.Sources.Select(source => (source.HintName, source.SourceText.ToString())).Order(),
            bundled.Sources.Select(source => (source.HintName, source.SourceText.ToString())).Order());
    }

    [Fact]
    public void A_project_that_switches_them_off_keeps_the_corrections()
    {
        SpecDocument kept = Assert.Single(BundledDocuments.Read(BundledSelection.Corrections, CancellationToken.None));

        Assert.Equal("overlay.json", kept.Name);
        Assert.Empty(GeneratorRun.Of([], properties: s_corrections).Sources);
    }

    [Fact]
    public void Without_the_files_of_the_package_for_MSBuild_there_are_none() =>
        Assert.Empty(GeneratorRun.Of([]).Sources);

    [Fact]
    public void A_users_page_replaces_the_bundled_page_of_the_same_operation()
    {
        GeneratorRun run = GeneratorRun.Of([UsersPage("Keeps one kind.")], properties: s_all);

        Assert.Contains("Keeps one kind.", run.Source("BillingMilestonesClient.g.cs"), StringComparison.Ordinal);
        Assert.Contains("class InvoicesClient", run.Source("InvoicesClient.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_of_a_users_page_does_not_read_them_again_and_writes_only_the_files_of_its_resource()
    {
        InMemoryText before = UsersPage("Keeps one kind.");
        GeneratorRun first = GeneratorRun.Of([before], properties: s_all);

        GeneratorRun run = first.Again(driver => driver.ReplaceAdditionalText(before, UsersPage("Keeps another kind.")));

        Assert.Equal([IncrementalStepRunReason.Cached], Outputs(run, TrackingNames.BundledDocuments).Select(output => output.Reason));
        Assert.Equal(
            ["BillingMilestonesClient.g.cs"],
            Outputs(run, TrackingNames.SourceFile)
                .Where(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))
                .Select(output => ((CSharp.SourceFile)output.Value).HintName));
    }

    [Fact]
    public void A_change_of_another_property_does_not_read_them_again()
    {
        GeneratorRun first = GeneratorRun.Of([], properties: s_all);
        InMemoryOptions other = new(new Dictionary<string, string>
        {
            ["build_property.KantataUseBundledSpec"] = "true",
            ["build_property.KantataNamespace"] = "Acme.Billing",
        });

        GeneratorRun run = first.Again(driver => driver.WithUpdatedAnalyzerConfigOptions(other));

        Assert.Equal([IncrementalStepRunReason.Cached], Outputs(run, TrackingNames.BundledDocuments).Select(output => output.Reason));
        Assert.Contains("namespace Acme.Billing;", run.Source("KantataClient.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_them_can_be_cancelled() =>
        Assert.ThrowsAny<OperationCanceledException>(() => BundledDocuments.Read(BundledSelection.All, new CancellationToken(canceled: true)));

    private static InMemoryText UsersPage(string firstSentence)
    {
        string page = BundledSpec.Read(MilestoneList);
        string changed = page.Replace("Keeps milestones whose invoice date is in a range.", firstSentence);
        Assert.NotEqual(page, changed);
        return new InMemoryText("docs/milestones.md", changed, "user");
    }

    private static IEnumerable<(object Value, IncrementalStepRunReason Reason)> Outputs(GeneratorRun run, string step) =>
        run.Driver.GetRunResult().Results.Single().TrackedSteps[step].SelectMany(tracked => tracked.Outputs);
}
