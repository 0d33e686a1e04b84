using System.Collections.Immutable;
using Kantata.Generator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Kantata.Generator.CodeFixes;

/// <summary>Enumerates a list that nobody enumerates, and awaits a call that nobody awaits.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class SendRequestFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(UnsentRequestAnalyzer.Rule.Id);

    private protected override string TitleFor(Diagnostic finding) => IsEnumerated(finding) ? "Enumerate it with 'await foreach'" : "Await it";

    private protected override ImmutableArray<TextChange> Fix(
        ImmutableArray<Diagnostic> findings, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken)
    {
        HashSet<TextChange> changes = [];
        foreach (Diagnostic finding in findings)
        {
            if (root.FindNode(finding.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax request
                && MakeAsynchronous(request, model, cancellationToken) is { } asynchronous
                && (IsEnumerated(finding) ? Enumerate(request, model, cancellationToken) : Await(request)) is { } sending)
            {
                changes.UnionWith(asynchronous);
                changes.Add(sending);
            }
        }

        return changes.OrderBy(change => change.Span).ToImmutableArray();
    }

    private static bool IsEnumerated(Diagnostic finding) => finding.Properties.ContainsKey(UnsentRequestAnalyzer.EnumeratedKey);

    private static TextChange? Enumerate(ExpressionSyntax request, SemanticModel model, CancellationToken cancellationToken)
    {
        if (StatementOf(request) is not { } statement)
        {
            return null;
        }

        SourceText text = statement.SyntaxTree.GetText(cancellationToken);
        TextLine line = text.Lines.GetLineFromPosition(statement.SpanStart);
        string indentation = text.ToString(TextSpan.FromBounds(line.Start, statement.SpanStart));
        indentation = string.IsNullOrWhiteSpace(indentation) ? indentation : "";
        string end = line.EndIncludingLineBreak > line.End ? text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)) : "\n";
        return new TextChange(
            statement.Span,
            $"await foreach (var {NameFor(request, model, cancellationToken)} in {request}){end}{indentation}{{{end}{indentation}}}");
    }

    private static TextChange? Await(ExpressionSyntax request) => request.Parent switch
    {
        EqualsValueClauseSyntax when StatementOf(request) is { } statement => new TextChange(statement.Span, $"await {request};"),
        EqualsValueClauseSyntax => null,
        _ => new TextChange(new TextSpan(request.SpanStart, 0), "await "),
    };

    private static StatementSyntax? StatementOf(ExpressionSyntax request) => request.Parent switch
    {
        ExpressionStatementSyntax statement => statement,
        EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement } } => statement,
        _ => null,
    };

    private static string NameFor(ExpressionSyntax request, SemanticModel model, CancellationToken cancellationToken)
    {
        ITypeSymbol? type = model.GetTypeInfo(request, cancellationToken).Type;
        ITypeSymbol? item = type?.AllInterfaces.Concat(type is INamedTypeSymbol named ? [named] : []).FirstOrDefault(candidate => candidate.Name == "IAsyncEnumerable")?.TypeArguments[0];
        string name = item is null ? "item" : char.ToLowerInvariant(item.Name[0]) + item.Name.Substring(1);
        return SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && model.LookupSymbols(request.SpanStart, name: name).IsEmpty ? name : name + "Item";
    }

    /// <summary>What makes the function around a request asynchronous; null where that cannot be done here.</summary>
    private static ImmutableArray<TextChange>? MakeAsynchronous(ExpressionSyntax request, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (SyntaxNode outer in request.Ancestors())
        {
            switch (outer)
            {
                case GlobalStatementSyntax:
                    return ImmutableArray<TextChange>.Empty;
                case LambdaExpressionSyntax lambda:
                    return lambda.Modifiers.Any(SyntaxKind.AsyncKeyword) ? ImmutableArray<TextChange>.Empty : null;
                case LocalFunctionStatementSyntax function:
                    return MakeAsynchronous(function.Modifiers, function.ReturnType, model.GetDeclaredSymbol(function, cancellationToken) as IMethodSymbol, model);
                case MethodDeclarationSyntax method:
                    return MakeAsynchronous(method.Modifiers, method.ReturnType, model.GetDeclaredSymbol(method, cancellationToken), model);
                case MemberDeclarationSyntax or AnonymousMethodExpressionSyntax:
                    return null;
            }
        }

        return null;
    }

    private static ImmutableArray<TextChange>? MakeAsynchronous(SyntaxTokenList modifiers, TypeSyntax returns, IMethodSymbol? method, SemanticModel model)
    {
        if (modifiers.Any(SyntaxKind.AsyncKeyword))
        {
            return ImmutableArray<TextChange>.Empty;
        }

        bool isBound = method is null or { ReturnsVoid: false } or { IsVirtual: true } or { IsOverride: true } or { IsAbstract: true } or { PartialDefinitionPart: not null }
            || method.Parameters.Any(parameter => parameter.RefKind != RefKind.None)
            || (method.ContainingType is { } type && type.AllInterfaces
                .SelectMany(@interface => @interface.GetMembers())
                .Any(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), method)));
        if (isBound)
        {
            return null;
        }

        string task = model.LookupNamespacesAndTypes(returns.SpanStart, name: "Task").IsEmpty ? "System.Threading.Tasks.Task" : "Task";
        return ImmutableArray.Create(new TextChange(returns.Span, "async " + task));
    }
}
