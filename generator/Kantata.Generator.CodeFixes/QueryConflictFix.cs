using System.Collections.Immutable;
using Kantata.Generator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Kantata.Generator.CodeFixes;

/// <summary>Adds to a query what one of its parts needs, and removes an order that has no effect.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class QueryConflictFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(QueryConflictAnalyzer.Rule.Id);

    private protected override string TitleFor(Diagnostic finding) =>
        finding.Properties.TryGetValue(QueryConflictAnalyzer.AddKey, out string? method) ? $"Add '.{method}()' to the query" : "Remove the order";

    private protected override ImmutableArray<TextChange> Fix(
        ImmutableArray<Diagnostic> findings, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken) =>
        findings.Select(finding => Fix(finding, root)).OfType<TextChange>().Distinct().OrderBy(change => change.Span).ToImmutableArray();

    private static TextChange? Fix(Diagnostic finding, SyntaxNode root) =>
        root.FindNode(finding.Location.SourceSpan, getInnermostNodeForTie: true) is not { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access } ? null
        : finding.Properties.TryGetValue(QueryConflictAnalyzer.AddKey, out string? method) ? new TextChange(new TextSpan(call.Span.End, 0), $".{method}()")
        : finding.Properties.ContainsKey(QueryConflictAnalyzer.RemoveKey) ? new TextChange(TextSpan.FromBounds(access.Expression.Span.End, call.Span.End), "")
        : null;
}
