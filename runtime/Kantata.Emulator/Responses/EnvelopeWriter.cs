using System.Text.Json;
using Kantata.Emulator.Schema;
using Kantata.Emulator.Store;

namespace Kantata.Emulator.Responses;

/// <summary>
/// Writes the usual envelope: the count, the collections with the records under their ids, <c>results</c> with the records asked
/// for in their order, and <c>meta</c>. The results come after the collections, as from the real server.
/// </summary>
internal sealed class EnvelopeWriter(StoreView view, CollectionSchema collection, Selection selection)
{
    /// <param name="json">Where to write.</param>
    /// <param name="records">The records of the page in their order.</param>
    /// <param name="count">How many there are on all pages.</param>
    /// <param name="page">Which page it is.</param>
    public void Write(Utf8JsonWriter json, IReadOnlyList<EntityRecord> records, int count, Page page)
    {
        EntityWriter entities = new(view);
        json.WriteStartObject();
        json.WriteNumber("count"u8, count);
        foreach ((CollectionSchema member, Dictionary<string, EntityRecord> included) in Collect(records))
        {
            json.WriteStartObject(member.Key);
            if (member == collection)
            {
                foreach (EntityRecord record in records)
                {
                    json.WritePropertyName(record.Id);
                    entities.Write(json, member, record, selection);
                }
            }

            foreach ((string id, EntityRecord record) in included)
            {
                json.WritePropertyName(id);
                entities.Write(json, member, record, Selection.None);
            }

            json.WriteEndObject();
        }

        WriteResults(json, records);
        WriteMeta(json, count, page);
        json.WriteEndObject();
    }

    // The collections of the response with the included records, each once and none that was itself asked for. The collection of
    // an association that was asked for is there even if nothing is in it.
    private List<(CollectionSchema Collection, Dictionary<string, EntityRecord> Included)> Collect(IReadOnlyList<EntityRecord> records)
    {
        List<(CollectionSchema Collection, Dictionary<string, EntityRecord> Included)> members = [(collection, [])];
        HashSet<string> requested = [.. records.Select(record => record.Id)];
        foreach (Association association in selection.Includes.Select(include => collection.Associations[include]))
        {
            if (association.Target is string target)
            {
                Member(target);
            }

            foreach ((string key, string id) in records.SelectMany(record => view.Related(collection, record, association)))
            {
                bool isRequested = key == collection.Key && requested.Contains(id);
                if (!isRequested && view.Snapshot.Find(key, id) is EntityRecord record)
                {
                    Member(key).TryAdd(id, record);
                }
            }
        }

        return members;

        Dictionary<string, EntityRecord> Member(string key)
        {
            int index = members.FindIndex(member => member.Collection.Key == key);
            if (index < 0)
            {
                index = members.Count;
                members.Add((view.Schema[key], new Dictionary<string, EntityRecord>(StringComparer.Ordinal)));
            }

            return members[index].Included;
        }
    }

    private void WriteResults(Utf8JsonWriter json, IReadOnlyList<EntityRecord> records)
    {
        json.WriteStartArray("results"u8);
        foreach (EntityRecord record in records)
        {
            json.WriteStartObject();
            json.WriteString("key"u8, collection.Key);
            json.WriteString("id"u8, record.Id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMeta(Utf8JsonWriter json, int count, Page page)
    {
        json.WriteStartObject("meta"u8);
        json.WriteNumber("count"u8, count);
        json.WriteNumber("page_count"u8, page.CountOf(count));
        json.WriteNumber("page_number"u8, count == 0 ? 0 : page.Number);
        json.WriteNumber("page_size"u8, page.Size);
        json.WriteEndObject();
    }
}
