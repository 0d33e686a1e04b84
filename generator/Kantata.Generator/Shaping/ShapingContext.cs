using Kantata.Generator.CSharp;
using Kantata.Spec.Model;

namespace Kantata.Generator.Shaping;

/// <summary>What the shapers of one part of the client share: the outline of all, and what this part adds to it.</summary>
internal sealed class ShapingContext(ApiOutline outline, NameScope typeNames)
{
    private readonly SortedSet<string> _markers = new(StringComparer.Ordinal);

    public ApiOutline Outline { get; } = outline;

    public GenerationSettings Settings => Outline.Settings;

    public ApiIndex Index => Outline.Index;

    public Selection Selection => Outline.Selection;

    public ValueSetCatalog ValueSets => Outline.ValueSets;

    /// <summary>The types of entities that were named so far and are not generated with their members.</summary>
    public IEnumerable<string> Markers => _markers;

    public NameScope TypeNames { get; } = typeNames;

    /// <summary>The C# type of an entity.</summary>
    public string TypeOf(Entity entity)
    {
        string type = Outline.TypeOf(entity);
        if (!Selection.Contains(entity))
        {
            _markers.Add(type);
        }

        return type;
    }

    /// <summary>What tells the runtime how to read a type, so written that no member of the class around it can be meant.</summary>
    public string ShapeOf(string type) => $"global::{Settings.Namespace}.{type}.Shape";

    /// <summary>The name of a file for a type.</summary>
    public static string HintName(string type) => type + ".g.cs";
}
