using System.Collections.Immutable;
using Kantata.Analyzers.Tests.Testing;
using Kantata.Generator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Kantata.Analyzers.Tests;

public sealed class CorpusTests
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_rulesOfUse = [.. Rules.Analyzers.Where(rule => rule is UsageAnalyzer)];

    [Fact]
    public async Task No_rule_complains_about_the_corpus()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "Corpus");
        string[] files = [.. Directory.EnumerateFiles(folder, "*.cs").Order(StringComparer.Ordinal)];
        Assert.NotEmpty(files);
        MetadataReference libraries = ClientAssembly.Compile(File.ReadAllText(Path.Combine(folder, "Libraries", "SubstituteLibraries.cs")));
        Compilation compilation = await UserCode.CompileAsync(UserCode.Project([.. files.Select(File.ReadAllText)]).AddMetadataReference(libraries));

        Assert.Empty((await compilation.WithAnalyzers(Rules.Analyzers).GetAllDiagnosticsAsync()).Where(IsOfRule));
    }

    [Fact]
    public async Task A_project_without_the_client_is_not_looked_at()
    {
        Compilation compilation = await UserCode.CompileAsync(UserCode.ProjectWithoutClient("class Desk { public void List() => Console.WriteLine(); }"));
        CompilationWithAnalyzers analysis = compilation.WithAnalyzers(s_rulesOfUse);
        Assert.Empty(await analysis.GetAnalyzerDiagnosticsAsync());

        foreach (DiagnosticAnalyzer rule in s_rulesOfUse)
        {
            Microsoft.CodeAnalysis.Diagnostics.Telemetry.AnalyzerTelemetryInfo actions = await analysis.GetAnalyzerTelemetryInfoAsync(rule, CancellationToken.None);
            Assert.Equal((1, 0, 0, 0), (actions.CompilationStartActionsCount, actions.OperationActionsCount, actions.SyntaxNodeActionsCount, actions.OperationBlockStartActionsCount));
        }
    }

    private static bool IsOfRule(Diagnostic diagnostic) => diagnostic.Id.StartsWith("KAN", StringComparison.Ordinal) || diagnostic.Id == "AD0001";
}
