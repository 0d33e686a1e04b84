using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Kantata.Analyzers.Tests.Testing;

/// <summary>Applies a fix to what a rule finds, and compiles the result.</summary>
/// <typeparam name="TAnalyzer">The rule.</typeparam>
/// <typeparam name="TFix">The fix.</typeparam>
internal static class Fix<TAnalyzer, TFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    private static readonly TFix s_fix = new();

    /// <summary>The fix of the first finding turns the code into other code, which compiles and in which the finding is gone.</summary>
    public static async Task TurnsAsync(string before, string after)
    {
        Project project = UserCode.Project(before);
        ImmutableArray<Diagnostic> found = await Rule<TAnalyzer>.FindAsync(project);
        Assert.NotEmpty(found);
        Document document = UserCode.Written(project).Single();
        CodeAction action = (await OffersAsync(document, found[0])).First();

        Project changed = (await ApplyAsync(action)).GetProject(project.Id)!;
        await UserCode.CompileAsync(changed);

        Assert.Equal(after, (await UserCode.Written(changed).Single().GetTextAsync()).ToString());
        Assert.True((await Rule<TAnalyzer>.FindAsync(changed)).Length < found.Length, "The finding is still there.");
    }

    /// <summary>There are findings, and no fix for the first of them.</summary>
    public static async Task OffersNothingAsync(string code)
    {
        Project project = UserCode.Project(code);
        ImmutableArray<Diagnostic> found = await Rule<TAnalyzer>.FindAsync(project);
        Assert.NotEmpty(found);
        Assert.Empty(await OffersAsync(UserCode.Written(project).Single(), found[0]));
    }

    /// <summary>
    /// The fix of all findings turns the code into other code in each scope: in a document, in a project of two documents and in
    /// a solution of two projects, all of which hold the code.
    /// </summary>
    public static async Task TurnsAllAsync(string before, string after)
    {
        await TurnsAllAsync(before, after, FixAllScope.Document, [1]);
        await TurnsAllAsync(before, after, FixAllScope.Project, [1, 2]);
        await TurnsAllAsync(before, after, FixAllScope.Solution, [1, 2, 3, 4]);
    }

    private static async Task TurnsAllAsync(string before, string after, FixAllScope scope, int[] fixedDocuments)
    {
        Solution solution = new AdhocWorkspace().CurrentSolution;
        solution = UserCode.AddProject(solution, "First", ClientAssembly.All, Numbered(before, 1), Numbered(before, 2)).Solution;
        solution = UserCode.AddProject(solution, "Second", ClientAssembly.All, Numbered(before, 3), Numbered(before, 4)).Solution;
        Project project = solution.Projects.Single(project => project.Name == "First");
        Document document = UserCode.Written(project).First();
        FindingsProvider findings = new();
        Diagnostic first = (await findings.GetDocumentDiagnosticsAsync(document, CancellationToken.None)).First();
        CodeAction offer = (await OffersAsync(document, first)).First();

        CodeAction? action = await s_fix.GetFixAllProvider()!.GetFixAsync(new FixAllContext(
            document, s_fix, scope, offer.EquivalenceKey!, [first.Id], findings, CancellationToken.None));

        Assert.NotNull(action);
        Solution changed = await ApplyAsync(action);
        int number = 0;
        foreach (Project written in changed.Projects.OrderBy(project => project.Name, StringComparer.Ordinal))
        {
            await UserCode.CompileAsync(written);
            foreach (Document one in UserCode.Written(written))
            {
                number++;
                Assert.Equal(Numbered(fixedDocuments.Contains(number) ? after : before, number), (await one.GetTextAsync()).ToString());
            }
        }
    }

    private static string Numbered(string code, int number) => $"namespace Document{number};\n\n{code}";

    private static async Task<List<CodeAction>> OffersAsync(Document document, Diagnostic diagnostic)
    {
        List<CodeAction> actions = [];
        await s_fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    private static async Task<Solution> ApplyAsync(CodeAction action) =>
        (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;

    private sealed class FindingsProvider : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => FindAsync(project);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            SyntaxTree? tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await FindAsync(document.Project)).Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            (await FindAsync(project)).Where(diagnostic => !diagnostic.Location.IsInSource);

        private static async Task<IEnumerable<Diagnostic>> FindAsync(Project project) => await Rule<TAnalyzer>.FindAsync(project);
    }
}
