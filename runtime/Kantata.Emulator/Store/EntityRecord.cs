using System.Text.Json;

namespace Kantata.Emulator.Store;

/// <summary>One record as it is at one time: a change makes another one.</summary>
internal sealed class EntityRecord
{
    private readonly Dictionary<string, JsonElement> _fields;

    public EntityRecord(string id, IEnumerable<KeyValuePair<string, JsonElement>> fields)
    {
        Id = id;
        _fields = new Dictionary<string, JsonElement>(fields, StringComparer.Ordinal);
        _fields.Remove("id");
    }

    public string Id { get; }

    /// <summary>The fields that the record itself holds, without <c>id</c>.</summary>
    public IReadOnlyDictionary<string, JsonElement> Fields => _fields;

    /// <summary>The same record with some fields set.</summary>
    public EntityRecord With(IEnumerable<KeyValuePair<string, JsonElement>> changes)
    {
        EntityRecord changed = new(Id, _fields);
        foreach ((string name, JsonElement value) in changes)
        {
            changed._fields[name] = value;
        }

        return changed;
    }
}
