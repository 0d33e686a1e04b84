using System.Collections.Immutable;
using Kantata.Generator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Kantata.Generator.CodeFixes;

/// <summary>Adds what is read to the query that brings it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class AddIncludeFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(MissingIncludeAnalyzer.Rule.Id);

    private protected override string TitleFor(Diagnostic finding) => $"Add '.{MethodOf(finding)}()' to the query";

    private protected override ImmutableArray<TextChange> Fix(
        ImmutableArray<Diagnostic> findings, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken)
    {
        ImmutableArray<TextChange>.Builder changes = ImmutableArray.CreateBuilder<TextChange>();
        foreach (IGrouping<TextSpan, Diagnostic> query in findings.GroupBy(finding => finding.AdditionalLocations[0].SourceSpan).OrderBy(query => query.Key))
        {
            if (root.FindNode(query.Key, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
                && QueryEdits.Add(call, query.Select(MethodOf).Distinct(), model, cancellationToken) is { } change)
            {
                changes.Add(change);
            }
        }

        return changes.ToImmutable();
    }

    private static string MethodOf(Diagnostic finding) => finding.Properties[MissingIncludeAnalyzer.MethodKey]!;
}
