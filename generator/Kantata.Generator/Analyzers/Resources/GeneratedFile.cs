using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kantata.Generator.Analyzers.Resources;

/// <summary>A file that the generator wrote: that of a resource, of an entity, or one that is there whatever resources a project asks for.</summary>
/// <param name="Root">Its syntax.</param>
/// <param name="Types">The names of the types in it.</param>
/// <param name="Key">The name by which projects ask for the resource; null where the file is none's.</param>
/// <param name="IsEntity">Whether it is the file of an entity, whose type is the first.</param>
internal sealed record GeneratedFile(SyntaxNode Root, IReadOnlyList<string> Types, string? Key, bool IsEntity)
{
    private const string Shape = "Shape";

    public static GeneratedFile Read(SyntaxNode root)
    {
        BaseTypeDeclarationSyntax[] types = [.. root.ChildNodes().OfType<BaseNamespaceDeclarationSyntax>().SelectMany(space => space.Members).OfType<BaseTypeDeclarationSyntax>()];
        string? key = types.Select(FindKey).FirstOrDefault(key => key is not null);
        return new GeneratedFile(root, [.. types.Select(type => type.Identifier.ValueText)], key, key is null && types.Length > 0 && HasShape(types[0]));
    }

    /// <summary>The entities that the answers of a resource hold, with all their members.</summary>
    public IEnumerable<string> ReadEntities() => Root.DescendantNodes(node => node is not MethodDeclarationSyntax)
        .OfType<FieldDeclarationSyntax>()
        .SelectMany(field => field.DescendantNodes())
        .OfType<MemberAccessExpressionSyntax>()
        .Where(access => access.Name.Identifier.ValueText == Shape)
        .Select(access => NameOf(access.Expression))
        .OfType<string>();

    private static bool HasShape(BaseTypeDeclarationSyntax type) => type.ChildNodes()
        .OfType<FieldDeclarationSyntax>()
        .Any(field => field.Declaration.Variables.Any(variable => variable.Identifier.ValueText == Shape));

    private static string? FindKey(BaseTypeDeclarationSyntax type) => type.AttributeLists
        .SelectMany(list => list.Attributes)
        .Where(attribute => NameOf(attribute.Name) == "ResourceKey")
        .Select(attribute => attribute.ArgumentList?.Arguments.FirstOrDefault()?.Expression)
        .OfType<LiteralExpressionSyntax>()
        .FirstOrDefault()?.Token.ValueText;

    private static string? NameOf(ExpressionSyntax name) => name switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => null,
    };
}
