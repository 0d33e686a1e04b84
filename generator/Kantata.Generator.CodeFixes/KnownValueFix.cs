using System.Collections.Immutable;
using Kantata.Generator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Kantata.Generator.CodeFixes;

/// <summary>Compares with the nearest value that the documents know.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class KnownValueFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(UnknownValueAnalyzer.Rule.Id);

    private protected override string TitleFor(Diagnostic finding) => $"Compare with {Nearest(finding)}";

    private protected override ImmutableArray<TextChange> Fix(
        ImmutableArray<Diagnostic> findings, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken) =>
        findings.Select(finding => new TextChange(finding.Location.SourceSpan, Nearest(finding))).OrderBy(change => change.Span).ToImmutableArray();

    private static string Nearest(Diagnostic finding) => SymbolDisplay.FormatLiteral(finding.Properties[UnknownValueAnalyzer.NearestKey]!, quote: true);
}
