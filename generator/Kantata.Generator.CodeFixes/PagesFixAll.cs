using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Kantata.Generator.CodeFixes;

/// <summary>Corrects one kind of fault in all pages of a project or a solution.</summary>
internal sealed class PagesFixAll : FixAllProvider
{
    public static readonly PagesFixAll Instance = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        string id = fixAllContext.DiagnosticIds.Single();
        return Task.FromResult<CodeAction?>(CodeAction.Create(
            PageCorrection.All[id].Title,
            cancellationToken => FixAsync(fixAllContext.WithCancellationToken(cancellationToken), PageCorrection.All[id]),
            id));
    }

    private static async Task<Solution> FixAsync(FixAllContext context, PageCorrection correction)
    {
        Solution solution = context.Solution;
        foreach (Project project in context.Scope == FixAllScope.Project ? [context.Project] : solution.Projects)
        {
            ImmutableArray<Diagnostic> findings = await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            ILookup<string, Diagnostic> byPath = findings.ToLookup(finding => finding.Location.GetLineSpan().Path, StringComparer.Ordinal);
            foreach (TextDocument page in project.AdditionalDocuments.Where(document => byPath.Contains(document.FilePath ?? "")))
            {
                SourceText text = await page.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
                IEnumerable<TextChange> changes = byPath[page.FilePath!]
                    .Select(finding => correction.Find(text, finding.Location.SourceSpan))
                    .OfType<TextChange>()
                    .OrderBy(change => change.Span);
                solution = solution.WithAdditionalDocumentText(page.Id, text.WithChanges(changes));
            }
        }

        return solution;
    }
}
