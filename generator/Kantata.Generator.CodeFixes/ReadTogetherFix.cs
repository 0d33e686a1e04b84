using System.Collections.Immutable;
using Kantata.Generator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Kantata.Generator.CodeFixes;

/// <summary>Brings records together that are asked for one after another: by an include, or by one list of their ids.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ReadTogetherFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RecordByRecordAnalyzer.Rule.Id);

    private protected override string TitleFor(Diagnostic finding) => AssociationOf(finding) is { } association
        ? $"Bring '{association}' along with the list"
        : "Read them as one list";

    private protected override ImmutableArray<TextChange> Fix(
        ImmutableArray<Diagnostic> findings, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken)
    {
        List<TextChange> changes = [];
        foreach (IGrouping<TextSpan, Diagnostic> list in findings.Where(finding => AssociationOf(finding) is not null).GroupBy(finding => finding.AdditionalLocations[0].SourceSpan))
        {
            (string Method, TextChange Read)[] reads = [.. list
                .Select(finding => (Method: MethodOf(finding), Read: ReadAssociation(CallOf(finding, root), AssociationOf(finding)!)))
                .Where(read => read.Read is not null)
                .Select(read => (read.Method, read.Read!.Value))];
            if (reads.Length > 0
                && root.FindNode(list.Key, getInnermostNodeForTie: true) is InvocationExpressionSyntax call
                && QueryEdits.AddMissing(call, reads.Select(read => read.Method).Distinct(), model, cancellationToken) is { } includes)
            {
                changes.AddRange(reads.Select(read => read.Read));
                changes.AddRange(includes);
            }
        }

        foreach (Diagnostic finding in findings.Where(finding => AssociationOf(finding) is null))
        {
            changes.AddRange(ReadAsList(CallOf(finding, root), MethodOf(finding), model, cancellationToken));
        }

        return changes.OrderBy(change => change.Span).ToImmutableArray();
    }

    private static string MethodOf(Diagnostic finding) => finding.Properties[RecordByRecordAnalyzer.MethodKey]!;

    private static string? AssociationOf(Diagnostic finding) => finding.Properties[RecordByRecordAnalyzer.AssociationKey];

    private static InvocationExpressionSyntax? CallOf(Diagnostic finding, SyntaxNode root) =>
        root.FindNode(finding.Location.SourceSpan, getInnermostNodeForTie: true) as InvocationExpressionSyntax;

    // await resource.GetAsync(item.StoryId.Value) → item.Story!
    private static TextChange? ReadAssociation(InvocationExpressionSyntax? call, string association)
    {
        if (call?.Parent is not AwaitExpressionSyntax awaiting || ItemIn(call) is not { } item)
        {
            return null;
        }

        SyntaxNode read = awaiting.Parent is ParenthesizedExpressionSyntax parenthesized ? parenthesized : awaiting;
        return read.Parent is ExpressionStatementSyntax ? null : new TextChange(read.Span, $"{item}.{association}!");
    }

    private static string? ItemIn(InvocationExpressionSyntax call) =>
        call.Ancestors().FirstOrDefault(outer => outer is LambdaExpressionSyntax or ForEachStatementSyntax) is ForEachStatementSyntax loop ? loop.Identifier.Text : null;

    // foreach (var id in ids) { var record = await resource.GetAsync(id); … } → await foreach (var record in resource.List().Only(ids)) { … }
    private static IEnumerable<TextChange> ReadAsList(InvocationExpressionSyntax? call, string filter, SemanticModel model, CancellationToken cancellationToken)
    {
        if (call is not { Expression: MemberAccessExpressionSyntax { Expression: var resource }, Parent: AwaitExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } } }
            || variable.Parent is not VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax body } statement } declaration
            || body.Parent is not ForEachStatementSyntax loop
            || !loop.AwaitKeyword.IsKind(SyntaxKind.None)
            || body.Statements[0] != statement
            || CountUses(loop, loop.Identifier.ValueText) != 1
            || !IsListOfIds(loop.Expression, call, model, cancellationToken)
            || ListOptions(call, model, cancellationToken) is not { } options)
        {
            return [];
        }

        SourceText text = loop.SyntaxTree.GetText(cancellationToken);
        return
        [
            new TextChange(
                TextSpan.FromBounds(loop.ForEachKeyword.SpanStart, loop.CloseParenToken.Span.End),
                $"await foreach ({declaration.Type} {variable.Identifier.Text} in {resource}.List().{filter}({loop.Expression}){options})"),
            new TextChange(LinesOf(statement, text), ""),
        ];
    }

    private static TextSpan LinesOf(StatementSyntax statement, SourceText text)
    {
        TextLine first = text.Lines.GetLineFromPosition(statement.SpanStart);
        TextLine last = text.Lines.GetLineFromPosition(statement.Span.End);
        bool isAlone = string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(first.Start, statement.SpanStart)))
            && string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(statement.Span.End, last.End)));
        return isAlone ? TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak) : statement.Span;
    }

    private static int CountUses(ForEachStatementSyntax loop, string name) =>
        loop.Statement.DescendantNodes().OfType<IdentifierNameSyntax>().Count(identifier => identifier.Identifier.ValueText == name);

    // Only takes ids as they are, and whole numbers.
    private static bool IsListOfIds(ExpressionSyntax ids, InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol { Parameters: [{ Type: var id }, ..] } || model.GetTypeInfo(ids, cancellationToken).Type is not { } type)
        {
            return false;
        }

        IEnumerable<INamedTypeSymbol> interfaces = type is INamedTypeSymbol named ? type.AllInterfaces.Concat([named]) : type.AllInterfaces;
        return interfaces.Any(candidate =>
            candidate is { Name: "IEnumerable", TypeArguments: [var item] }
            && (SymbolEqualityComparer.Default.Equals(item, id) || item.SpecialType == SpecialType.System_Int64));
    }

    /// <summary>The rest of the call as methods of a list; null where it says what a list cannot be told.</summary>
    private static string? ListOptions(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken)
    {
        string includes = "";
        string cancellation = "";
        foreach (ArgumentSyntax argument in call.ArgumentList.Arguments.Skip(1))
        {
            switch (argument.Expression)
            {
                case SimpleLambdaExpressionSyntax { ExpressionBody: InvocationExpressionSyntax body } lambda when body.ToString() is var chain && chain.StartsWith(lambda.Parameter.Identifier.Text + ".", StringComparison.Ordinal):
                    includes = chain.Substring(lambda.Parameter.Identifier.Text.Length);
                    break;
                case LiteralExpressionSyntax:
                    break;
                case var token when model.GetTypeInfo(token, cancellationToken).Type?.Name == nameof(CancellationToken):
                    cancellation = $".WithCancellation({token})";
                    break;
                default:
                    return null;
            }
        }

        return includes + cancellation;
    }
}
