using System.Collections.Immutable;
using Kantata.Analyzers.Tests.Testing;
using Kantata.Generator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Kantata.Analyzers.Tests.Documents;

/// <summary>KAN0xxx: each rule finds what its page calls wrong, at one place, and nothing in what it calls right.</summary>
public sealed class DocumentRuleTests
{
    private static readonly ImmutableArray<DiagnosticDescriptor> s_rules = new SpecDocumentAnalyzer().SupportedDiagnostics;

    // Its example is about the name of a file.
    public static TheoryData<string> RulesAboutText => [.. s_rules.Select(rule => rule.Id).Where(id => id != "KAN0003")];

    [Theory]
    [MemberData(nameof(RulesAboutText))]
    public async Task What_a_page_calls_wrong_is_found_once(string id)
    {
        IReadOnlyList<UserDocument> documents = RulePage.All[id].Wrong;

        ImmutableArray<Diagnostic> found = await UserDocument.FindAsync(UserDocument.Project([.. documents]));

        Assert.NotEmpty(found);
        Assert.All(found, fault => Assert.Equal(id, fault.Id));
        Assert.All(found.GroupBy(fault => fault.Location), same => Assert.Single(same));
        Assert.All(found, fault => Assert.Contains(documents, document => UserDocument.PathOf("Project", document.Name) == fault.Location.GetLineSpan().Path));
    }

    [Theory]
    [MemberData(nameof(RulesAboutText))]
    public async Task What_a_page_calls_right_is_left_alone(string id) =>
        Assert.Empty(await UserDocument.FindAsync(UserDocument.Project([.. RulePage.All[id].Right])));

    [Fact]
    public async Task A_file_of_an_unknown_kind_is_found() =>
        Assert.Equal("KAN0003", Assert.Single(await UserDocument.FindAsync(UserDocument.Project(new UserDocument("forecasts.docx", "Forecasts")))).Id);

    [Theory]
    [InlineData("KAN0016", true)]
    [InlineData("KAN0030", true)]
    [InlineData("KAN0052", true)]
    [InlineData("KAN0042", false)]
    [InlineData("KAN0050", false)]
    public async Task A_fault_of_one_document_is_shown_live_and_one_of_several_when_all_is_analyzed(string id, bool isLive)
    {
        Project project = UserDocument.Project([.. RulePage.All[id].Wrong]);
        CompilationWithAnalyzers analysis = (await project.GetCompilationAsync())!.WithAnalyzers([new SpecDocumentAnalyzer()], project.AnalyzerOptions);
        AdditionalText document = project.AnalyzerOptions.AdditionalFiles.Single(file => file.Path.StartsWith("/Project/document1", StringComparison.Ordinal));

        AnalysisResult live = await analysis.GetAnalysisResultAsync(document, CancellationToken.None);

        Assert.Equal(isLive, live.GetAllDiagnostics().Any(fault => fault.Id == id));
        Assert.Equal(!isLive, s_rules.Single(rule => rule.Id == id).CustomTags.Contains(WellKnownDiagnosticTags.CompilationEnd));
    }

    [Theory]
    [InlineData("error", DiagnosticSeverity.Error)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    [InlineData("none", null)]
    public async Task A_globalconfig_sets_the_severity(string set, DiagnosticSeverity? severity)
    {
        Project project = UserDocument.AddConfig(
            UserDocument.Project([.. RulePage.All["KAN0016"].Wrong]),
            ".globalconfig",
            $"is_global = true\ndotnet_diagnostic.KAN0016.severity = {set}\n");

        Assert.Equal(severity, (await UserDocument.FindAsync(project)).SingleOrDefault()?.Severity);
    }
}
