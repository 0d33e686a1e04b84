using System.Globalization;
using System.Text.Json;
using Kantata.Emulator.Behaviour;
using Kantata.Emulator.Hosting;
using Kantata.Emulator.Operations;
using Kantata.Emulator.Requests;
using Kantata.Emulator.Responses;
using Kantata.Emulator.Schema;
using Kantata.Emulator.Store;
using Kantata.Emulator.Values;
using Kantata.Spec;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Writing;

/// <summary>Puts what a checked request holds into records, and does what the operation's rule says.</summary>
internal sealed class RecordWriter(EmulatedApi api, CollectionSchema collection, ActionRule rule)
{
    /// <summary>Makes a record, or changes the one that the rule finds for it.</summary>
    /// <param name="edit">The change that it belongs to.</param>
    /// <param name="request">The request.</param>
    /// <param name="item">Its fields.</param>
    /// <param name="parents">The fields that the path gives it.</param>
    public EntityRecord Create(StoreEdit edit, ApiRequest request, RequestItem item, IEnumerable<KeyValuePair<string, string>> parents)
    {
        Dictionary<string, JsonElement> changes = ParentChanges(parents);
        Dictionary<string, JsonElement> wanted = new(changes, StringComparer.Ordinal);
        foreach (Value field in item.Fields.Where(field => item.Json.TryGetProperty(field.Name, out _)))
        {
            FieldWriter.Set(collection, RecordField(field.Name), item.Json.GetProperty(field.Name), wanted);
        }

        EntityRecord? match = FindMatch(edit, wanted);
        EntityRecord record = match ?? new EntityRecord(edit.NextId(), New(edit, collection));
        if (match is not null)
        {
            changes["updated_at"] = Now(collection, "updated_at");
        }

        SetByRule(changes);
        return Write(edit, AttachFile(record, request, changes), collection, item.Fields, item.Json, changes);
    }

    /// <summary>Makes an empty record under an id.</summary>
    /// <param name="edit">The change that it belongs to.</param>
    /// <param name="id">The id.</param>
    /// <param name="parents">The fields that the path gives it.</param>
    public EntityRecord New(StoreEdit edit, string id, IEnumerable<KeyValuePair<string, string>> parents) =>
        new EntityRecord(id, New(edit, collection)).With(ParentChanges(parents));

    /// <summary>Changes a record.</summary>
    /// <param name="edit">The change that it belongs to.</param>
    /// <param name="request">The request.</param>
    /// <param name="existing">The record as it is.</param>
    /// <param name="item">The fields to set; null where the request has none.</param>
    public RecordChange Update(StoreEdit edit, ApiRequest request, EntityRecord existing, RequestItem? item)
    {
        if (rule.Removes)
        {
            edit.Remove(collection.Key, existing.Id);
            return new RecordChange(existing, null);
        }

        Dictionary<string, JsonElement> changes = new(StringComparer.Ordinal) { ["updated_at"] = Now(collection, "updated_at") };
        SetByRule(changes);
        EntityRecord updated = Write(edit, AttachFile(existing, request, changes), collection, item?.Fields ?? [], item?.Json ?? default, changes);
        return new RecordChange(
            rule.Splits is { } split ? Split(edit, request, updated, split) : updated,
            rule.Adds is { } added ? Add(edit, updated, added, item) : null);
    }

    private static bool AreSame(JsonElement one, JsonElement other) => one.AsText() is string text && text == other.AsText();

    private string RecordField(string field) => rule.Fields.GetValueOrDefault(field, field);

    private Dictionary<string, JsonElement> ParentChanges(IEnumerable<KeyValuePair<string, string>> parents)
    {
        Dictionary<string, JsonElement> changes = new(StringComparer.Ordinal);
        foreach ((string field, string value) in parents)
        {
            FieldWriter.Set(collection, field, JsonValues.Of(value), changes);
        }

        return changes;
    }

    private void SetByRule(Dictionary<string, JsonElement> changes)
    {
        foreach ((string field, JsonElement value) in rule.Set)
        {
            changes[field] = value;
        }

        foreach (string field in rule.Now)
        {
            changes[field] = Now(collection, field);
        }
    }

    private EntityRecord? FindMatch(StoreEdit edit, Dictionary<string, JsonElement> wanted)
    {
        StoreView view = new(api.Schema, edit.Snapshot);
        return rule.Match.Count == 0 ? null : edit.Snapshot.All(collection.Key).FirstOrDefault(record =>
            rule.Match.All(field => AreSame(view.Field(collection, record, field), wanted.GetValueOrDefault(field))));
    }

    private EntityRecord AttachFile(EntityRecord record, ApiRequest request, Dictionary<string, JsonElement> changes)
    {
        if (request.Files.Count == 0 || !api.Rules.Files.TryGetValue(collection.Key, out FileRule? told))
        {
            return record;
        }

        StoredFile file = request.Files[0];
        Tell(told.Name, JsonValues.Of(file.Name));
        Tell(told.Size, JsonValues.Of(file.Bytes.Length));
        Tell(told.Address, JsonValues.Of(FileAddress.Of(request.Origin, collection.Key, record.Id, file)));
        return record.With(file);

        void Tell(string? field, JsonElement value)
        {
            if (field is not null)
            {
                changes[field] = value;
            }
        }
    }

    // Answers the first half. Both keep what can only be computed, as the minutes of an allocation.
    private EntityRecord Split(StoreEdit edit, ApiRequest request, EntityRecord record, SplitRule split)
    {
        string at = request.Query[split.At];
        if (!DateOnly.TryParseExact(at, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            throw ApiFault.Invalid(split.At, "must be a date, as in 2026-01-31");
        }

        EntityRecord first = record.With([KeyValuePair.Create(split.End, JsonValues.Of(day.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))]);
        EntityRecord second = new EntityRecord(edit.NextId(), record.Fields).With([KeyValuePair.Create(split.Start, JsonValues.Of(at))]);
        edit.Put(collection.Key, first);
        edit.Put(collection.Key, second);
        return first;
    }

    private EntityRecord Add(StoreEdit edit, EntityRecord owner, AddedRecordRule added, RequestItem? item)
    {
        CollectionSchema target = api.Schema[added.Collection];
        EntityRecord record = new(edit.NextId(), New(edit, target));
        Dictionary<string, JsonElement> changes = new(added.Set, StringComparer.Ordinal);
        FieldWriter.SetOwner(target, collection, owner.Id, changes);
        return Write(edit, record, target, item?.Fields ?? [], item?.Json ?? default, changes);
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
            if (sent.ValueKind != JsonValueKind.Object || !sent.TryGetProperty(field.Name, out JsonElement value))
            {
                continue;
            }

            if (!FieldWriter.Set(kind, kind == collection ? RecordField(field.Name) : field.Name, value, changes)
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
        kind.Associations.GetValueOrDefault(field) ?? kind.Associations.GetValueOrDefault(EnglishNoun.Plural(field));

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
