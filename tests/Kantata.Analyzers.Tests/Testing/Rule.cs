using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.ExceptionServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace Kantata.Analyzers.Tests.Testing;

/// <summary>Runs a rule over code that uses the client.</summary>
/// <typeparam name="TAnalyzer">The rule.</typeparam>
internal static class Rule<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <summary>The rule finds exactly what is marked. Answers what it says there.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> FindsAsync(string markedCode, string? id = null)
    {
        MarkedCode code = MarkedCode.Parse(markedCode);
        Assert.True(code.Spans.Count > 0, "Nothing is marked.");
        return await ExpectAsync(code, id);
    }

    /// <summary>The rule finds exactly what is marked, and says this of the first.</summary>
    public static async Task SaysAsync(string markedCode, string message)
    {
        IReadOnlyList<Diagnostic> found = await FindsAsync(markedCode);
        Assert.Equal(message, found[0].GetMessage(CultureInfo.InvariantCulture));
    }

    /// <summary>The rule finds nothing.</summary>
    public static async Task LeavesAloneAsync(string code, string? id = null) => await ExpectAsync(new MarkedCode(code, []), id);

    /// <summary>What the rule finds in what a test wrote, in the order of the code.</summary>
    public static async Task<ImmutableArray<Diagnostic>> FindAsync(Project project, AnalyzerOptions? options = null) =>
        await FindAsync(await UserCode.CompileAsync(project), options);

    /// <summary>What the rule finds in a compilation, in the order of the code.</summary>
    public static async Task<ImmutableArray<Diagnostic>> FindAsync(Compilation compilation, AnalyzerOptions? options = null)
    {
        ExceptionDispatchInfo? fault = null;
        CompilationWithAnalyzers analysis = compilation.WithAnalyzers(
            [new TAnalyzer()],
            new CompilationWithAnalyzersOptions(
                options ?? new AnalyzerOptions([]),
                onAnalyzerException: (exception, _, _) => fault = ExceptionDispatchInfo.Capture(exception),
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: false));
        ImmutableArray<Diagnostic> found = await analysis.GetAnalyzerDiagnosticsAsync();
        fault?.Throw();
        return [.. found.OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.SourceSpan)];
    }

    private static async Task<IReadOnlyList<Diagnostic>> ExpectAsync(MarkedCode code, string? id)
    {
        ImmutableArray<Diagnostic> found = await FindAsync(UserCode.Project(code.Text));
        TextSpan[] spans = [.. found.Where(diagnostic => id is null || diagnostic.Id == id).Select(diagnostic => diagnostic.Location.SourceSpan)];
        Assert.Equal(MarkedCode.Mark(code.Text, code.Spans), MarkedCode.Mark(code.Text, spans));
        return found;
    }
}
