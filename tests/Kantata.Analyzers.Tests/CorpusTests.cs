using System.Collections.Immutable;
using Kantata.Analyzers.Tests.Testing;
using Kantata.Generator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Kantata.Analyzers.Tests;

public sealed class CorpusTests
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_rules =
    [
        .. typeof(UsageAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(UsageAnalyzer)) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    [Fact]
    public async Task No_rule_complains_about_the_corpus()
    {
        string[] files = [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Corpus"), "*.cs").Order(StringComparer.Ordinal)];
        Assert.NotEmpty(files);
        Compilation compilation = await UserCode.CompileAsync(UserCode.Project([.. files.Select(File.ReadAllText)]));

        Assert.Empty((await compilation.WithAnalyzers(s_rules).GetAllDiagnosticsAsync()).Where(IsOfRule));
    }

    [Theory]
    [InlineData(ReportDiagnostic.Error, DiagnosticSeverity.Error)]
    [InlineData(ReportDiagnostic.Suppress, null)]
    public async Task A_severity_that_a_project_sets_is_the_severity(ReportDiagnostic set, DiagnosticSeverity? severity)
    {
        Compilation compilation = await UserCode.CompileAsync(UserCode.Project(CodeShape.InMethod("_ = (await kantata.BillingMilestones.GetAsync(1)).Story;")));
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions([new("KAN1001", set)]));

        ImmutableArray<Diagnostic> found = await Rule<MissingIncludeAnalyzer>.FindAsync(compilation);

        Assert.Equal(severity, found.SingleOrDefault()?.Severity);
    }

    [Fact]
    public async Task A_project_without_the_client_is_not_looked_at()
    {
        Compilation compilation = await UserCode.CompileAsync(UserCode.ProjectWithoutClient("class Desk { public void List() => Console.WriteLine(); }"));
        CompilationWithAnalyzers analysis = compilation.WithAnalyzers(s_rules);
        Assert.Empty(await analysis.GetAnalyzerDiagnosticsAsync());

        foreach (DiagnosticAnalyzer rule in s_rules)
        {
            Microsoft.CodeAnalysis.Diagnostics.Telemetry.AnalyzerTelemetryInfo actions = await analysis.GetAnalyzerTelemetryInfoAsync(rule, CancellationToken.None);
            Assert.Equal((1, 0, 0, 0), (actions.CompilationStartActionsCount, actions.OperationActionsCount, actions.SyntaxNodeActionsCount, actions.OperationBlockStartActionsCount));
        }
    }

    private static bool IsOfRule(Diagnostic diagnostic) => diagnostic.Id.StartsWith("KAN", StringComparison.Ordinal) || diagnostic.Id == "AD0001";
}
