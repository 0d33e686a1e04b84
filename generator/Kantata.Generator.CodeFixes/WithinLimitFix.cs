using System.Collections.Immutable;
using Kantata.Generator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Kantata.Generator.CodeFixes;

/// <summary>Writes the limit in place of what is beyond it, and swaps the ends of ranges.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class WithinLimitFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(BeyondLimitAnalyzer.Rule.Id);

    private protected override string TitleFor(Diagnostic finding) => finding.Properties[BeyondLimitAnalyzer.FixKey]!;

    private protected override ImmutableArray<TextChange> Fix(
        ImmutableArray<Diagnostic> findings, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken) =>
        findings
            .Where(finding => finding.Properties.ContainsKey(BeyondLimitAnalyzer.FixKey))
            .SelectMany(finding => Fix(finding, root))
            .OrderBy(change => change.Span)
            .ToImmutableArray();

    private static IEnumerable<TextChange> Fix(Diagnostic finding, SyntaxNode root)
    {
        TextSpan span = finding.Location.SourceSpan;
        string? replacement = finding.Properties[BeyondLimitAnalyzer.ReplacementKey];
        if (finding.AdditionalLocations is [var other])
        {
            yield return new TextChange(other.SourceSpan, root.FindNode(span, getInnermostNodeForTie: true).ToString());
        }

        // Items go together with the comma before them.
        yield return replacement is not null
            ? new TextChange(span, replacement)
            : new TextChange(TextSpan.FromBounds(root.FindToken(span.Start).GetPreviousToken().GetPreviousToken().Span.End, span.End), "");
    }
}
