using System.Text.Json;
using Kantata.Emulator.Schema;
using Kantata.Emulator.Store;
using Kantata.Emulator.Values;

namespace Kantata.Emulator.Seeding;

/// <summary>
/// Reads the first records from JSON in the form of responses: an object with a collection under each of its names, which holds
/// its records under their ids or in an array. What a response holds besides its collections says nothing of records.
/// </summary>
internal sealed class SeedReader(ApiSchema schema, string source)
{
    private static readonly string[] s_envelope = ["count", "meta", "results"];

    /// <exception cref="KantataSeedException">The text cannot be read, or not as records.</exception>
    public StoreSnapshot Read(string json)
    {
        using JsonDocument document = Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw Fault("line 1", "a seed is an object of collections");
        }

        StoreSnapshot snapshot = StoreSnapshot.Empty;
        foreach (JsonProperty collection in document.RootElement.EnumerateObject().Where(member => !s_envelope.Contains(member.Name)))
        {
            if (schema.Find(collection.Name) is null)
            {
                throw Fault(collection.Name, "no operation of the API answers with a collection of this name");
            }

            foreach (EntityRecord record in ReadCollection(collection))
            {
                if (snapshot.Find(collection.Name, record.Id) is not null)
                {
                    throw Fault($"{collection.Name}.{record.Id}", "there are two records of this id");
                }

                snapshot = snapshot.With(collection.Name, record);
            }
        }

        return snapshot;
    }

    private JsonDocument Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        }
        catch (JsonException exception)
        {
            throw Fault($"line {exception.LineNumber + 1}", "this is no JSON", exception);
        }
    }

    private IEnumerable<EntityRecord> ReadCollection(JsonProperty collection) => collection.Value.ValueKind switch
    {
        JsonValueKind.Object => collection.Value.EnumerateObject().Select(record => ReadRecord($"{collection.Name}.{record.Name}", record.Name, record.Value)),
        JsonValueKind.Array => collection.Value.EnumerateArray().Select((record, index) => ReadRecord($"{collection.Name}[{index}]", null, record)),
        _ => throw Fault(collection.Name, "a collection is an object of records under their ids, or an array of records"),
    };

    private EntityRecord ReadRecord(string place, string? key, JsonElement record)
    {
        if (record.ValueKind != JsonValueKind.Object)
        {
            throw Fault(place, "a record is an object");
        }

        string? id = key;
        if (record.TryGetProperty("id"u8, out JsonElement declared))
        {
            id = declared.ValueKind is JsonValueKind.String or JsonValueKind.Number
                ? declared.AsText()
                : throw Fault(place + ".id", "an id is a string or a number");
        }

        if (string.IsNullOrEmpty(id))
        {
            throw Fault(place, "a record in an array needs an id");
        }

        return key is null || key == id
            ? new EntityRecord(id, record.EnumerateObject().Select(field => KeyValuePair.Create(field.Name, field.Value.Clone())).DistinctBy(field => field.Key))
            : throw Fault(place + ".id", $"the record stands under {key} and says that its id is {id}");
    }

    private KantataSeedException Fault(string place, string fault, Exception? innerException = null) => new(source, place, fault, innerException);
}
