using System.Collections.Immutable;
using Kantata.Generator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Kantata.Generator.CodeFixes;

/// <summary>Removes from a query what nobody reads.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class RemoveIncludeFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(UnusedIncludeAnalyzer.Rule.Id);

    private protected override string TitleFor(Diagnostic finding) => "Remove it from the query";

    private protected override ImmutableArray<TextChange> Fix(
        ImmutableArray<Diagnostic> findings, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken)
    {
        HashSet<InvocationExpressionSyntax> unused = [];
        foreach (Diagnostic finding in findings)
        {
            if (root.FindNode(finding.Location.SourceSpan, getInnermostNodeForTie: true) is { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax include } })
            {
                unused.Add(include);
            }
        }

        return unused.Select(include => Remove(include, unused)).Distinct().OrderBy(change => change.Span).ToImmutableArray();
    }

    private static TextChange Remove(InvocationExpressionSyntax include, HashSet<InvocationExpressionSyntax> unused)
    {
        if (include.FirstAncestorOrSelf<SimpleLambdaExpressionSyntax>() is { ExpressionBody: { } body, Parent: ArgumentSyntax argument } lambda && KeepsNothing(lambda, body, unused))
        {
            return Remove(argument);
        }

        ExpressionSyntax query = ((MemberAccessExpressionSyntax)include.Expression).Expression;
        return new TextChange(TextSpan.FromBounds(query.Span.End, include.Span.End), "");
    }

    private static bool KeepsNothing(SimpleLambdaExpressionSyntax lambda, ExpressionSyntax body, HashSet<InvocationExpressionSyntax> unused)
    {
        while (body is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call && unused.Contains(call))
        {
            body = access.Expression;
        }

        return body is IdentifierNameSyntax name && name.Identifier.ValueText == lambda.Parameter.Identifier.ValueText;
    }

    private static TextChange Remove(ArgumentSyntax argument)
    {
        SeparatedSyntaxList<ArgumentSyntax> arguments = ((BaseArgumentListSyntax)argument.Parent!).Arguments;
        int index = arguments.IndexOf(argument);
        return argument.NameColon is null && arguments.Skip(index + 1).Any(next => next.NameColon is null) ? new TextChange(argument.Span, "null")
            : index > 0 ? new TextChange(TextSpan.FromBounds(arguments[index - 1].Span.End, argument.Span.End), "")
            : arguments.Count > 1 ? new TextChange(TextSpan.FromBounds(argument.SpanStart, arguments[1].SpanStart), "")
            : new TextChange(argument.Span, "");
    }
}
