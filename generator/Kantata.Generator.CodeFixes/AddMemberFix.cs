using System.Collections.Immutable;
using Kantata.Generator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Kantata.Generator.CodeFixes;

/// <summary>Adds the member that a request misses: with the variable of its name, or with <c>default</c> to be replaced.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class AddMemberFix : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(MissingMemberAnalyzer.Rule.Id);

    private protected override string TitleFor(Diagnostic finding) => $"Add '{finding.Properties[MissingMemberAnalyzer.MemberKey]}'";

    private protected override ImmutableArray<TextChange> Fix(
        ImmutableArray<Diagnostic> findings, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken)
    {
        ImmutableArray<TextChange>.Builder changes = ImmutableArray.CreateBuilder<TextChange>();
        foreach (IGrouping<TextSpan, Diagnostic> request in findings
            .Where(finding => finding.Properties.ContainsKey(MissingMemberAnalyzer.MemberKey))
            .GroupBy(finding => finding.AdditionalLocations[0].SourceSpan)
            .OrderBy(request => request.Key))
        {
            if (root.FindNode(request.Key, getInnermostNodeForTie: true) is BaseObjectCreationExpressionSyntax creation
                && model.GetTypeInfo(creation, cancellationToken).Type is { } type)
            {
                string[] members = [.. request
                    .Select(finding => finding.Properties[MissingMemberAnalyzer.MemberKey]!)
                    .Distinct()
                    .Select(member => $"{member} = {ValueOf(member, type, creation, model)}")];
                changes.Add(Add(creation, members));
            }
        }

        return changes.ToImmutable();
    }

    private static TextChange Add(BaseObjectCreationExpressionSyntax creation, string[] members)
    {
        if (creation.Initializer is not { } initializer)
        {
            return new TextChange(new TextSpan(creation.Span.End, 0), $" {{ {string.Join(", ", members)} }}");
        }

        if (initializer.Expressions.LastOrDefault() is not { } last)
        {
            return new TextChange(TextSpan.FromBounds(initializer.OpenBraceToken.Span.End, initializer.CloseBraceToken.SpanStart), $" {string.Join(", ", members)} ");
        }

        // One member a line where the others are written so.
        SyntaxTriviaList before = last.GetLeadingTrivia();
        SyntaxToken previous = last.GetFirstToken().GetPreviousToken();
        SyntaxTrivia end = previous.TrailingTrivia.FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        string separator = end.IsKind(SyntaxKind.EndOfLineTrivia) ? end.ToFullString() + string.Concat(before.Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia))) : " ";
        bool endsWithComma = initializer.Expressions.SeparatorCount == initializer.Expressions.Count;
        int position = endsWithComma ? initializer.Expressions.GetSeparator(initializer.Expressions.Count - 1).Span.End : last.Span.End;
        string added = string.Join("," + separator, members);
        return new TextChange(new TextSpan(position, 0), endsWithComma ? $"{separator}{added}," : $",{separator}{added}");
    }

    /// <summary>The variable that is named like the member, or the id of the one that is named like what it refers to.</summary>
    private static string ValueOf(string member, ITypeSymbol request, SyntaxNode place, SemanticModel model)
    {
        if (request.GetMembers(member).OfType<IPropertySymbol>().FirstOrDefault() is not { Type: { } type })
        {
            return "default";
        }

        string name = char.ToLowerInvariant(member[0]) + member.Substring(1);
        string[] candidates = name.EndsWith("Id", StringComparison.Ordinal) ? [name, name.Substring(0, name.Length - 2) + ".Id"] : [name];
        return candidates.FirstOrDefault(candidate => Fits(candidate, type, place, model)) ?? "default";
    }

    private static bool Fits(string candidate, ITypeSymbol type, SyntaxNode place, SemanticModel model)
    {
        ISymbol? variable = model.LookupSymbols(place.SpanStart, name: candidate.Split('.')[0]).FirstOrDefault(symbol =>
            symbol is IParameterSymbol || (symbol is ILocalSymbol local && local.Locations[0].SourceSpan.Start < place.SpanStart && !Declares(local, place)));
        return variable is not null
            && model.GetSpeculativeTypeInfo(place.SpanStart, SyntaxFactory.ParseExpression(candidate), SpeculativeBindingOption.BindAsExpression).Type is { } found
            && model.Compilation.ClassifyConversion(found, type) is { Exists: true, IsImplicit: true };
    }

    private static bool Declares(ILocalSymbol local, SyntaxNode place) =>
        local.DeclaringSyntaxReferences.Any(declaration => declaration.SyntaxTree == place.SyntaxTree && declaration.Span.Contains(place.Span));
}
