using System.Text.Json;

namespace Kantata.Emulator.Store;

/// <summary>One record as it is at one time: a change makes another one.</summary>
internal sealed class EntityRecord
{
    private readonly Dictionary<string, JsonElement> _fields;

    public EntityRecord(string id, IEnumerable<KeyValuePair<string, JsonElement>> fields, StoredFile? file = null)
    {
        Id = id;
        File = file;
        _fields = new Dictionary<string, JsonElement>(fields, StringComparer.Ordinal);
        _fields.Remove("id");
    }

    public string Id { get; }

    /// <summary>The fields that the record itself holds, without <c>id</c>.</summary>
    public IReadOnlyDictionary<string, JsonElement> Fields => _fields;

    /// <summary>The file that was last uploaded for it; null where none was.</summary>
    public StoredFile? File { get; }

    /// <summary>The same record with some fields set.</summary>
    public EntityRecord With(IEnumerable<KeyValuePair<string, JsonElement>> changes)
    {
        EntityRecord changed = new(Id, _fields, File);
        foreach ((string name, JsonElement value) in changes)
        {
            changed._fields[name] = value;
        }

        return changed;
    }

    /// <summary>The same record with a file.</summary>
    public EntityRecord With(StoredFile file) => new(Id, _fields, file);
}
