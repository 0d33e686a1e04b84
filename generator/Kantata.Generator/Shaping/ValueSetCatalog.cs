using System.Globalization;
using Kantata.Generator.CSharp;
using Kantata.Spec;
using Kantata.Spec.Collections;
using Kantata.Spec.Model;

namespace Kantata.Generator.Shaping;

/// <summary>
/// The open value sets of the API. Fields of an entity, of the requests that change it and of the parameters that filter by it
/// share one set, named after the entity's field; a name that more share comes from the overlay only, so that a new document
/// never renames a type.
/// </summary>
internal sealed class ValueSetCatalog : IEquatable<ValueSetCatalog>
{
    /// <summary>The owner of the sets that the overlay shares.</summary>
    public const string Everybody = "";

    private readonly ApiIndex _index;
    private readonly Dictionary<string, string> _sharedNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Definition> _definitions = new(StringComparer.Ordinal);

    public ValueSetCatalog(ApiModel api, ApiIndex index, NameScope types)
    {
        _index = index;
        foreach (SharedName shared in api.Names.ValueSets)
        {
            foreach (string field in shared.Fields)
            {
                _sharedNames[field] = shared.Name;
            }
        }

        foreach (Entity entity in api.Entities)
        {
            AddEntityFields(entity, "", entity.Fields);
        }

        foreach (Resource resource in api.Resources)
        {
            foreach (Operation operation in resource.Operations)
            {
                AddRequestValues(resource, operation, "", operation.Query);
                AddRequestValues(resource, operation, "", operation.Body?.Fields ?? default);
                AddRequestValues(resource, operation, "", operation.Response.Fields);
            }
        }

        foreach (Definition definition in _definitions.Values)
        {
            definition.TypeName = types.Claim(definition.Name, "Value");
        }
    }

    /// <summary>Whether the values of a field make a set, and not a truth value or nothing. Some fields that are called integers hold words.</summary>
    public static bool IsValueSet(Value value) =>
        !value.KnownValues.IsEmpty && value.Type switch
        {
            Spec.Model.ValueType.String or Spec.Model.ValueType.Array => !IsTruth(value),
            Spec.Model.ValueType.Integer => value.KnownValues.Any(known => !long.TryParse(known, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)),
            _ => false,
        };

    /// <summary>Whether a field that the documents type as a text holds a truth value.</summary>
    public static bool IsTruth(Value value) =>
        value.KnownValues.Count == 2 && value.KnownValues.Contains("true") && value.KnownValues.Contains("false");

    /// <summary>The type of an entity's field; null where it is no value set.</summary>
    public string? FindType(Entity entity, string path) => Find(EntityKey(entity, path));

    /// <summary>The type of a parameter or a request's field; null where it is no value set.</summary>
    public string? FindType(Resource resource, Operation operation, string path) => Find(RequestKey(resource, operation, path));

    /// <summary>The owner of the sets that belong to an entity.</summary>
    public static string OwnerOf(Entity entity) => "entity " + entity.Name;

    /// <summary>The owner of the sets that belong to a resource.</summary>
    public static string OwnerOf(Resource resource) => "resource " + resource.Key;

    /// <summary>The sets by their owners, each in the order of their names.</summary>
    public ILookup<string, ValueSet> ByOwner() =>
        _definitions.Values.OrderBy(definition => definition.TypeName, StringComparer.Ordinal).ToLookup(definition => definition.Owner, ToValueSet);

    /// <summary>Whether the same fields have sets of the same names. What values are in them is their owners' affair.</summary>
    public bool Equals(ValueSetCatalog? other) =>
        other is not null
        && ApiOutline.AreEqual(_sharedNames, other._sharedNames)
        && _definitions.Count == other._definitions.Count
        && _definitions.All(pair => other.Find(pair.Key) == pair.Value.TypeName);

    public override bool Equals(object? obj) => Equals(obj as ValueSetCatalog);

    public override int GetHashCode() => _definitions.Count;

    private string? Find(string key) => _definitions.TryGetValue(key, out Definition? definition) ? definition.TypeName : null;

    private void AddEntityFields(Entity entity, string prefix, EquatableArray<Value> fields)
    {
        foreach (Value field in fields)
        {
            string path = prefix + field.Name;
            if (IsValueSet(field))
            {
                Add(EntityKey(entity, path), OwnerOf(entity), entity.Name.Split(':').Last() + "_" + path, field, entity.Name + "." + path);
            }

            AddEntityFields(entity, path + ".", field.Members);
        }
    }

    private void AddRequestValues(Resource resource, Operation operation, string prefix, EquatableArray<Value> values)
    {
        foreach (Value value in values)
        {
            string path = prefix + value.Name;
            if (IsValueSet(value))
            {
                string name = EnglishNoun.Singular(resource.Name) + "_" + path;
                Add(RequestKey(resource, operation, path), OwnerOf(resource), name, value, path);
            }

            AddRequestValues(resource, operation, path + ".", value.Members);
        }
    }

    private void Add(string key, string owner, string name, Value value, string address)
    {
        if (!_definitions.TryGetValue(key, out Definition? definition))
        {
            bool isShared = key.StartsWith("shared ", StringComparison.Ordinal);
            definition = isShared
                ? new(Identifier.Pascal(key.Substring("shared ".Length)), Everybody, address)
                : new(Identifier.Pascal(name), owner, address);
            _definitions.Add(key, definition);
        }

        foreach (string known in value.KnownValues)
        {
            if (!definition.Values.Contains(known))
            {
                definition.Values.Add(known);
            }
        }
    }

    private string EntityKey(Entity entity, string path) =>
        _sharedNames.TryGetValue(entity.Name + "." + path, out string? shared) ? "shared " + shared : $"entity {entity.Name} {path}";

    private string RequestKey(Resource resource, Operation operation, string path)
    {
        if (_sharedNames.TryGetValue(operation.Key + " " + path, out string? shared) || _sharedNames.TryGetValue("* " + path, out shared))
        {
            return "shared " + shared;
        }

        if (_index.FindSubject(operation) is { } subject)
        {
            string key = EntityKey(subject, path);
            if (_definitions.ContainsKey(key))
            {
                return key;
            }
        }

        return $"resource {resource.Key} {path}";
    }

    private static ValueSet ToValueSet(Definition definition)
    {
        NameScope names = new(ReservedNames.ValueSetMembers, definition.TypeName);
        return new ValueSet(
            definition.TypeName,
            new Documentation()
                .Summary($"The values of `{definition.Address}`. A value that the documents do not name is kept as it came."),
            definition.Values
                .Select(value => new KnownValue(
                    names.Claim(Identifier.Pascal(value), "Value"),
                    Literal.Of(value),
                    new Documentation().Summary($"The value `{value}`.")))
                .ToEquatableArray(),
            definition.Values.Exists(value => value.Contains('|')) ? "" : $"[KnownValues({Literal.Of(string.Join("|", definition.Values))})] ");
    }

    private sealed class Definition(string name, string owner, string address)
    {
        public string Name { get; } = name;

        public string Owner { get; } = owner;

        public string Address { get; } = address;

        public List<string> Values { get; } = [];

        public string TypeName { get; set; } = "";
    }
}
