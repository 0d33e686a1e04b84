using System.Globalization;
using System.Text.Json;
using Kantata.Emulator.Behaviour;
using Kantata.Emulator.Operations;
using Kantata.Emulator.Schema;
using Kantata.Emulator.Store;
using Kantata.Emulator.Values;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Writing;

/// <summary>Puts what a checked request holds into records.</summary>
internal sealed class RecordWriter(EmulatedApi api, CollectionSchema collection, RequestBody? published)
{
    /// <summary>Makes a record.</summary>
    /// <param name="edit">The change that it belongs to.</param>
    /// <param name="sent">Its fields.</param>
    /// <param name="parents">The fields that the path gives it.</param>
    public EntityRecord Create(StoreEdit edit, JsonElement sent, IEnumerable<KeyValuePair<string, string>> parents)
    {
        EntityRecord record = new(edit.NextId(), New(edit, collection));
        edit.Put(collection.Key, record);
        Dictionary<string, JsonElement> changes = [];
        foreach ((string field, string value) in parents)
        {
            FieldWriter.Set(collection, field, JsonValues.Of(value), changes);
        }

        return Write(edit, record, collection, published?.Fields ?? [], sent, changes);
    }

    /// <summary>Changes a record.</summary>
    /// <param name="edit">The change that it belongs to.</param>
    /// <param name="existing">The record as it is.</param>
    /// <param name="sent">The fields to set; null where the request has no body.</param>
    /// <param name="set">The fields that the operation itself sets.</param>
    public EntityRecord Update(StoreEdit edit, EntityRecord existing, JsonElement? sent, IReadOnlyDictionary<string, JsonElement> set)
    {
        Dictionary<string, JsonElement> changes = new(set, StringComparer.Ordinal) { ["updated_at"] = Now(collection, "updated_at") };
        return Write(edit, existing, collection, sent is null ? [] : published!.Fields, sent ?? default, changes);
    }

    private Dictionary<string, JsonElement> New(StoreEdit edit, CollectionSchema kind)
    {
        Dictionary<string, JsonElement> fields = new(StringComparer.Ordinal)
        {
            ["created_at"] = Now(kind, "created_at"),
            ["updated_at"] = Now(kind, "updated_at"),
        };
        foreach ((string field, JsonElement value) in api.Rules.Defaults.GetValueOrDefault(kind.Key) ?? new Dictionary<string, JsonElement>())
        {
            fields[field] = value;
        }

        foreach (SequenceRule sequence in api.Rules.Sequences.Where(sequence => sequence.Collection == kind.Key))
        {
            fields[sequence.Field] = JsonValues.Of(Sequences.Next(edit.Snapshot, kind.Key, sequence.Field));
        }

        return fields.Where(field => kind.Entity is null || kind.Has(field.Key)).ToDictionary();
    }

    private EntityRecord Write(StoreEdit edit, EntityRecord record, CollectionSchema kind, IEnumerable<Value> fields, JsonElement sent, Dictionary<string, JsonElement> changes)
    {
        foreach (Value field in fields)
        {
            if (!sent.TryGetProperty(field.Name, out JsonElement value))
            {
                continue;
            }

            if (!FieldWriter.Set(kind, field.Name, value, changes)
                && !field.Members.IsEmpty
                && FindNested(kind, field.Name) is { Target: string target } association)
            {
                changes[association.Field] = WriteNested(edit, record, kind, association, api.Schema[target], field, value);
            }
        }

        EntityRecord written = record.With(changes.Where(change => kind.Entity is null || kind.Has(change.Key)));
        edit.Put(kind.Key, written);
        return written;
    }

    // A request may carry the records of an association inside: an invoice its fixed_fee_items, anything its external_reference.
    private static Association? FindNested(CollectionSchema kind, string field) =>
        kind.Associations.GetValueOrDefault(field) ?? kind.Associations.GetValueOrDefault(Nouns.Plural(field));

    // Answers the value of the field that holds the ids of the association.
    private JsonElement WriteNested(StoreEdit edit, EntityRecord owner, CollectionSchema kind, Association association, CollectionSchema target, Value field, JsonElement value)
    {
        List<EntityRecord> current = [.. new StoreView(api.Schema, edit.Snapshot).Related(kind, owner, association)
            .Select(related => edit.Snapshot.Find(related.Collection, related.Id))
            .OfType<EntityRecord>()];
        JsonElement[] items = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : value.IsMissing() ? [] : [value];
        List<string> ids = field.Type == ValueType.Array ? [] : [.. current.Select(record => record.Id)];
        foreach (JsonElement item in items)
        {
            EntityRecord? replaced = api.Rules.Keys.GetValueOrDefault(target.Key) is string key && item.TryGetProperty(key, out JsonElement name)
                ? current.FirstOrDefault(record => record.Fields.GetValueOrDefault(key).AsText() == name.AsText())
                : null;
            EntityRecord record = replaced ?? new EntityRecord(edit.NextId(), New(edit, target));
            Dictionary<string, JsonElement> changes = new(StringComparer.Ordinal) { ["updated_at"] = Now(target, "updated_at") };
            FieldWriter.SetOwner(target, kind, owner.Id, changes);
            Write(edit, record, target, field.Members, item, changes);
            if (!ids.Contains(record.Id))
            {
                ids.Add(record.Id);
            }
        }

        return association.IsMany
            ? JsonValues.OfArray(ids.Select(JsonValues.Of))
            : ids.Count == 0 ? JsonValues.Null : JsonValues.Of(ids[^1]);
    }

    private JsonElement Now(CollectionSchema kind, string field) => JsonValues.Of(
        api.TimeProvider.GetLocalNow().ToString(kind.Field(field)?.Format == ValueFormat.Date ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
}
