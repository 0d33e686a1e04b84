using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Kantata.Generator.CodeFixes;

/// <summary>Changes of the text of queries.</summary>
internal static class QueryEdits
{
    /// <summary>Adds methods to the query that a call begins or asks with; null where there is no place for them.</summary>
    /// <param name="call">The call on the resource.</param>
    /// <param name="methods">The methods to add, without parentheses.</param>
    /// <param name="model">Knows the types.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static TextChange? Add(InvocationExpressionSyntax call, IEnumerable<string> methods, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol target)
        {
            return null;
        }

        if (target.Parameters.FirstOrDefault(parameter => parameter.Type.TypeKind == TypeKind.Delegate) is not { } query)
        {
            return AtEndOf(ChainFrom(call, target.ReturnType, model, cancellationToken), methods);
        }

        ArgumentSyntax[] arguments = [.. call.ArgumentList.Arguments];
        ArgumentSyntax? given = arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == query.Name)
            ?? arguments.Take(query.Ordinal + 1).Skip(query.Ordinal).FirstOrDefault(argument => argument.NameColon is null);
        switch (given?.Expression)
        {
            case LambdaExpressionSyntax { ExpressionBody: { } body }:
                return AtEndOf(body, methods);
            case LiteralExpressionSyntax nothing:
                return new TextChange(nothing.Span, Lambda(call, methods, model));
            case not null:
                return null;
        }

        int positional = arguments.TakeWhile(argument => argument.NameColon is null).Count();
        string lambda = positional == query.Ordinal ? Lambda(call, methods, model) : $"{query.Name}: {Lambda(call, methods, model)}";
        int position = positional > 0 ? arguments[positional - 1].Span.End : call.ArgumentList.OpenParenToken.Span.End;
        return new TextChange(
            new TextSpan(position, 0),
            (positional > 0 ? ", " : "") + lambda + (positional == 0 && arguments.Length > 0 ? ", " : ""));
    }

    /// <summary>Adds methods to the query that a call begins, except those that its chain calls already; null where there is no place for them.</summary>
    public static IReadOnlyList<TextChange>? AddMissing(InvocationExpressionSyntax call, IEnumerable<string> methods, SemanticModel model, CancellationToken cancellationToken)
    {
        HashSet<string> called = new(
            call.AncestorsAndSelf().OfType<InvocationExpressionSyntax>().Select(link => (link.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText ?? ""),
            StringComparer.Ordinal);
        string[] missing = [.. methods.Where(method => !called.Contains(method))];
        return missing.Length == 0 ? [] : Add(call, missing, model, cancellationToken) is { } change ? [change] : null;
    }

    // As far as the chain stays a query of the same type.
    private static InvocationExpressionSyntax ChainFrom(InvocationExpressionSyntax call, ITypeSymbol query, SemanticModel model, CancellationToken cancellationToken)
    {
        InvocationExpressionSyntax last = call;
        while (last.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next } link
            && link.Expression == last
            && SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(next, cancellationToken).Type, query))
        {
            last = next;
        }

        return last;
    }

    private static TextChange AtEndOf(ExpressionSyntax chain, IEnumerable<string> methods)
    {
        string separator = "";
        if (chain is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { OperatorToken: var dot } } && dot.GetPreviousToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia))
        {
            separator = dot.GetPreviousToken().TrailingTrivia.First(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)).ToFullString() + dot.LeadingTrivia.ToFullString();
        }

        return new TextChange(new TextSpan(chain.Span.End, 0), string.Concat(methods.Select(method => $"{separator}.{method}()")));
    }

    private static string Lambda(InvocationExpressionSyntax call, IEnumerable<string> methods, SemanticModel model)
    {
        string name = "q";
        while (!model.LookupSymbols(call.SpanStart, name: name).IsEmpty)
        {
            name += "q";
        }

        return $"{name} => {name}{string.Concat(methods.Select(method => $".{method}()"))}";
    }
}
