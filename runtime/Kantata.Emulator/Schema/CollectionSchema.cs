using Kantata.Spec.Model;

namespace Kantata.Emulator.Schema;

/// <summary>What is known of the records of one collection.</summary>
internal sealed class CollectionSchema
{
    private readonly Dictionary<string, Value> _fields;
    private readonly Dictionary<string, Association> _associations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Association> _associationsOfFields = new(StringComparer.Ordinal);

    public CollectionSchema(string key, string singular, Entity? entity)
    {
        Key = key;
        Singular = singular;
        Entity = entity;
        _fields = (entity?.Fields ?? []).DistinctBy(field => field.Name).ToDictionary(field => field.Name, StringComparer.Ordinal);
        Reference = _fields.Keys.FirstOrDefault(field => field.EndsWith("_ref", StringComparison.Ordinal) && _fields[field].Type == ValueType.Reference)?[..^4]
            ?? _fields.Keys.FirstOrDefault(field => field.EndsWith("_type", StringComparison.Ordinal) && _fields.ContainsKey(field[..^5] + "_id"))?[..^5];
    }

    /// <summary>The collection's name: <c>time_entries</c>.</summary>
    public string Key { get; }

    /// <summary>What one of its records is called in requests and id fields: <c>time_entry</c>.</summary>
    public string Singular { get; }

    /// <summary>The entity of its records; null where no document says.</summary>
    public Entity? Entity { get; }

    /// <summary>
    /// What <c>subject_ref</c>, <c>subject_type</c> and <c>subject_id</c> have in common: the name of the association that may lead
    /// to any collection; null where there is none.
    /// </summary>
    public string? Reference { get; }

    /// <summary>The associations by the names of their includes.</summary>
    public IReadOnlyDictionary<string, Association> Associations => _associations;

    /// <summary>The declared fields in published order.</summary>
    public IEnumerable<Value> Fields => _fields.Values;

    /// <summary>The field of a name; null where the entity declares none.</summary>
    public Value? Field(string name) => _fields.GetValueOrDefault(name);

    /// <summary>The association whose ids a field holds; null for other fields.</summary>
    public Association? AssociationOf(string field) => _associationsOfFields.GetValueOrDefault(field);

    /// <summary>Adds a field that only the operations have which can be asked for it; one that the entity declares stays.</summary>
    internal void AddOptional(Value field) => _fields.TryAdd(field.Name, field with { IsOptionalField = true });

    /// <summary>Adds an association; the first one of a name stays.</summary>
    internal void Add(Association association)
    {
        if (_associations.TryAdd(association.Name, association))
        {
            _associationsOfFields.TryAdd(association.Field, association);
        }
    }

    /// <summary>
    /// Whether records of this collection have a field, declared or as the ids of an association. When they were made and changed is
    /// known of all of them, and told where it is declared.
    /// </summary>
    public bool Has(string field) => field is "id" or "created_at" or "updated_at" || Field(field) is not null || AssociationOf(field) is not null;
}
