using Kantata.Generator.CSharp;
using Kantata.Spec;
using Kantata.Spec.Model;

namespace Kantata.Generator.Shaping;

/// <summary>What all shapers of one run share: the settings, the index of the API, and the names given to types.</summary>
internal sealed class ShapingContext
{
    private readonly Dictionary<string, string> _entityTypes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _operationNames;
    private readonly SortedSet<string> _markers = new(StringComparer.Ordinal);

    public ShapingContext(ApiModel api, GenerationSettings settings)
    {
        Api = api;
        Settings = settings;
        Index = new ApiIndex(api);
        Selection = new Selection(api, settings.Resources);
        TypeNames = new NameScope(ReservedNames.Types);
        _operationNames = api.Names.Operations
            .GroupBy(name => name.Operation, StringComparer.Ordinal)
            .ToDictionary(names => names.Key, names => names.First().Name, StringComparer.Ordinal);
        foreach (Entity entity in api.Entities)
        {
            _entityTypes[entity.Name] = TypeNames.Claim(EntityName(entity.Name), "Entity");
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

    /// <summary>What the overlay calls an operation; null where it says nothing.</summary>
    public string? FindOverlayName(string operation) => _operationNames.TryGetValue(operation, out string? name) ? name : null;

    /// <summary>The type, so written that no member of the class around it can be meant.</summary>
    public string Qualified(string type) => $"global::{Settings.Namespace}.{type}";

    /// <summary>
    /// The last word of a name such as <c>Attachments::PostAttachment</c>. Where the first one is a family's plural it leads, unless
    /// the last one repeats it or is the family itself: <c>CustomFields::DateValue</c> → <c>CustomFieldDateValue</c>,
    /// <c>Attachments::Base</c> → <c>Attachment</c>.
    /// </summary>
    private static string EntityName(string name)
    {
        string[] words = name.Split([':'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2)
        {
            return Identifier.Pascal(name);
        }

        string last = Identifier.Pascal(words[words.Length - 1]);
        string singular = EnglishNoun.Singular(words[0]);
        if (singular == words[0])
        {
            return last;
        }

        string family = Identifier.Pascal(singular);
        return last == "Base" ? family : last.Contains(family) ? last : family + last;
    }

    /// <summary>The name of a file for a type.</summary>
    public static string HintName(string type) => type + ".g.cs";
}
