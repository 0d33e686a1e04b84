using Kantata.Generator.CSharp;
using Kantata.Spec.Model;

namespace Kantata.Generator.Shaping;

/// <summary>What all shapers of one run share: the settings, the index of the API, and the names given to types.</summary>
internal sealed class ShapingContext
{
    private readonly Dictionary<string, string> _entityTypes = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _markers = new(StringComparer.Ordinal);

    public ShapingContext(ApiModel api, GenerationSettings settings)
    {
        Api = api;
        Settings = settings;
        Index = new ApiIndex(api);
        Selection = new Selection(api, settings.Resources);
        TypeNames = new NameScope(ReservedNames.Types);
        foreach (Entity entity in api.Entities)
        {
            // Families such as `Attachments::` and `CustomFields::` repeat last words; the family's name then tells them apart.
            string shortName = Identifier.Pascal(entity.Name.Substring(entity.Name.LastIndexOf(':') + 1));
            bool isTaken = api.Entities.Any(other => other != entity && Identifier.Pascal(other.Name.Substring(other.Name.LastIndexOf(':') + 1)) == shortName);
            _entityTypes[entity.Name] = TypeNames.Claim(isTaken ? Identifier.Pascal(entity.Name) : shortName, "Entity");
        }

        ValueSets = new ValueSetCatalog(api, Index, TypeNames);
    }

    public ApiModel Api { get; }

    public GenerationSettings Settings { get; }

    public ApiIndex Index { get; }

    public Selection Selection { get; }

    /// <summary>The types of entities that were named so far and are not generated with their members.</summary>
    public IEnumerable<string> Markers => _markers;

    public NameScope TypeNames { get; }

    public ValueSetCatalog ValueSets { get; }

    /// <summary>The C# type of an entity.</summary>
    public string TypeOf(Entity entity)
    {
        string type = _entityTypes[entity.Name];
        if (!Selection.Contains(entity))
        {
            _markers.Add(type);
        }

        return type;
    }

    /// <summary>The type, so written that no member of the class around it can be meant.</summary>
    public string Qualified(string type) => $"global::{Settings.Namespace}.{type}";

    /// <summary>The name of a file for a type.</summary>
    public static string HintName(string type) => type + ".g.cs";
}
