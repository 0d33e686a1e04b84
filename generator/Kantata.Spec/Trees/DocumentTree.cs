using System.Text.Json.Nodes;

namespace Kantata.Spec.Trees;

/// <summary>A document in YAML or JSON as a tree, with the places of its keys and items.</summary>
/// <param name="Root">The top of the tree; null where the document is empty.</param>
/// <param name="Elements">The places, named by the keys on the way to them; null where they were not kept.</param>
internal sealed record DocumentTree(JsonNode? Root, List<ElementPosition>? Elements)
{
    /// <summary>How deep a tree may be. Documents that people write are a fraction as deep; what is deeper is after the stack.</summary>
    public const int MostLevels = 64;

    /// <summary>The path of a member or item of what has a path.</summary>
    public static string Path(string around, string name) => around.Length == 0 ? name : around + "/" + name;
}
