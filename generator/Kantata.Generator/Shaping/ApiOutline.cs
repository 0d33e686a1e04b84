using Kantata.Generator.CSharp;
using Kantata.Spec;
using Kantata.Spec.Model;

namespace Kantata.Generator.Shaping;

/// <summary>
/// What shaping one part of the client must know of all others: what belongs to what, and the names that are given to types before
/// the inside of any operation is looked at. It compares by that, so that most edits of a document leave it as it was and only
/// the part that the document is about is shaped again. Nothing changes it once it is made: the next run compares with it.
/// </summary>
internal sealed class ApiOutline : IEquatable<ApiOutline>
{
    private readonly Dictionary<string, string> _entityTypes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _operationNames;
    private readonly ApiNames _names;
    private readonly NameScope _typeNames = new(ReservedNames.Types);

    public ApiOutline(ApiModel api, GenerationSettings settings)
    {
        Settings = settings;
        Index = new ApiIndex(api);
        Selection = new Selection(api, settings.Resources);
        _names = api.Names;
        _operationNames = api.Names.Operations
            .GroupBy(name => name.Operation, StringComparer.Ordinal)
            .ToDictionary(names => names.Key, names => names.First().Name, StringComparer.Ordinal);
        foreach (Entity entity in api.Entities)
        {
            _entityTypes[entity.Name] = _typeNames.Claim(EntityName(entity.Name), "Entity");
        }

        ValueSets = new ValueSetCatalog(api, Index, _typeNames);
        SharedRequests = new SharedRequests(Selection.Resources, api.Names, _typeNames);
        ResourceTypes = Selection.Resources.ToDictionary(
            resource => resource.Key,
            resource => _typeNames.Claim(Identifier.Pascal(resource.Name) + "Client", "Resource"),
            StringComparer.Ordinal);
    }

    public GenerationSettings Settings { get; }

    public ApiIndex Index { get; }

    public Selection Selection { get; }

    public ValueSetCatalog ValueSets { get; }

    public SharedRequests SharedRequests { get; }

    /// <summary>The classes of the resources, by their keys.</summary>
    public IReadOnlyDictionary<string, string> ResourceTypes { get; }

    /// <summary>The C# type of an entity.</summary>
    public string TypeOf(Entity entity) => _entityTypes[entity.Name];

    /// <summary>What the overlay calls an operation; null where it says nothing.</summary>
    public string? FindOverlayName(string operation) => _operationNames.TryGetValue(operation, out string? name) ? name : null;

    /// <summary>The names of types, to give away more of them without anybody else being told.</summary>
    public NameScope ForkTypeNames() => _typeNames.Fork();

    public bool Equals(ApiOutline? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && Settings == other.Settings
            && _names == other._names
            && AreEqual(_entityTypes, other._entityTypes)
            && AreEqual(ResourceTypes, other.ResourceTypes)
            && Selection.Equals(other.Selection)
            && Index.Equals(other.Index)
            && ValueSets.Equals(other.ValueSets)
            && SharedRequests.Equals(other.SharedRequests));

    public override bool Equals(object? obj) => Equals(obj as ApiOutline);

    public override int GetHashCode() => _entityTypes.Count;

    /// <summary>Whether two dictionaries hold equal values under the same names.</summary>
    public static bool AreEqual<T>(IReadOnlyDictionary<string, T> left, IReadOnlyDictionary<string, T> right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        foreach (KeyValuePair<string, T> pair in left)
        {
            if (!right.TryGetValue(pair.Key, out T? value) || !EqualityComparer<T>.Default.Equals(pair.Value, value!))
            {
                return false;
            }
        }

        return true;
    }

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
}
