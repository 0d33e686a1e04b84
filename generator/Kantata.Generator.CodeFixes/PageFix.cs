using System.Collections.Immutable;
using Kantata.Generator.Analyzers;
using Kantata.Spec;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Kantata.Generator.CodeFixes;

/// <summary>Corrects what is obvious in pages of the user: one fault, all of its kind in the page, in the project or in the solution.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)], DocumentExtensions = [".md", ".markdown", ".txt"])]
public sealed class PageFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = PageCorrection.All.Keys.ToImmutableArray();

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => PagesFixAll.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SourceText text = await context.TextDocument.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic finding in context.Diagnostics)
        {
            PageCorrection correction = PageCorrection.All[finding.Id];
            if (correction.Find(text, finding.Location.SourceSpan) is not { } change)
            {
                continue;
            }

            Register(context, finding, correction.Title, finding.Id, text, ImmutableArray.Create(change));

            // Editors offer to fix all in a document only where the document is code.
            ImmutableArray<TextChange> alike = FindAlike(context.TextDocument, text, finding.Id, correction);
            if (alike.Length > 1)
            {
                Register(context, finding, correction.Title + ", everywhere in this page", finding.Id + " in page", text, alike);
            }
        }
    }

    private static ImmutableArray<TextChange> FindAlike(TextDocument document, SourceText text, string id, PageCorrection correction) =>
        SpecReader.Read(new SpecFile(document.FilePath ?? document.Name, text.ToString(), SpecOrigin.User)).Diagnostics
            .Where(fault => fault.Id == id)
            .Select(fault => correction.Find(text, SpecDocumentAnalyzer.SpanOf(fault, text)))
            .OfType<TextChange>()
            .ToImmutableArray();

    private static void Register(CodeFixContext context, Diagnostic finding, string title, string key, SourceText text, ImmutableArray<TextChange> changes)
    {
        TextDocument document = context.TextDocument;
        context.RegisterCodeFix(
            CodeAction.Create(
                title,
                _ => Task.FromResult(document.Project.Solution.WithAdditionalDocumentText(document.Id, text.WithChanges(changes))),
                key),
            finding);
    }
}
