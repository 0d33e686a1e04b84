using System.Collections.Immutable;
using Kantata.Generator.Analyzers.Tokens;
using Kantata.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kantata.Generator.Analyzers;

/// <summary>Finds tokens and secrets that are written in the code. What it says never repeats them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TokenLiteralAnalyzer : UsageAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = new(
        "KAN1009",
        "A token is written in the code",
        "This looks like a token; whoever reads the code or its history can use it. Read it from the configuration, and have it replaced if it is a real one.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A token gives access to everything that its owner may see and do. Code is copied, shared and kept; a token in it is too.",
        helpLinkUri: RuleDocumentation.PageOf("KAN1009"));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols) =>
        context.RegisterSyntaxNodeAction(node => Analyze(node, symbols), SyntaxKind.StringLiteralExpression);

    private static void Analyze(SyntaxNodeAnalysisContext context, KnownSymbols symbols)
    {
        // Hardly any text looks like a token, so that hardly any is followed.
        LiteralExpressionSyntax literal = (LiteralExpressionSyntax)context.Node;
        if (literal.Span.Length > TokenShape.ShortestLength
            && TokenShape.Fits(literal.Token.ValueText)
            && context.SemanticModel.GetOperation(literal, context.CancellationToken) is { } value
            && new TokenFlow(symbols, context.CancellationToken).Reaches(value))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, literal.GetLocation()));
        }
    }
}
