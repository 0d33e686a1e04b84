using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Kantata.Generator.CodeFixes;

/// <summary>A fix that changes the text of one document, and does so for many findings at once.</summary>
public abstract class TextFix : CodeFixProvider
{
    private readonly DocumentFixAll _fixAll;

    private protected TextFix() => _fixAll = new DocumentFixAll(this);

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => _fixAll;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        SemanticModel model = (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false))!;
        foreach (Diagnostic finding in context.Diagnostics)
        {
            ImmutableArray<TextChange> changes = Fix(ImmutableArray.Create(finding), root, model, context.CancellationToken);
            if (!changes.IsEmpty)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(TitleFor(finding), cancellationToken => ChangeAsync(context.Document, changes, cancellationToken), GetType().Name),
                    finding);
            }
        }
    }

    /// <summary>What the fix of a finding is called.</summary>
    private protected abstract string TitleFor(Diagnostic finding);

    /// <summary>What to change for findings in one document; nothing where they have no fix.</summary>
    private protected abstract ImmutableArray<TextChange> Fix(
        ImmutableArray<Diagnostic> findings, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken);

    private static async Task<Document> ChangeAsync(Document document, ImmutableArray<TextChange> changes, CancellationToken cancellationToken)
    {
        SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return document.WithText(text.WithChanges(changes));
    }

    private sealed class DocumentFixAll(TextFix fix) : DocumentBasedFixAllProvider
    {
        protected override async Task<Document?> FixAllAsync(FixAllContext context, Document document, ImmutableArray<Diagnostic> diagnostics)
        {
            SyntaxNode root = (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
            SemanticModel model = (await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false))!;
            return await ChangeAsync(document, fix.Fix(diagnostics, root, model, context.CancellationToken), context.CancellationToken).ConfigureAwait(false);
        }
    }
}
