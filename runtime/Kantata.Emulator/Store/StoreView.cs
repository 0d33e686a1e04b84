using System.Globalization;
using System.Text.Json;
using Kantata.Emulator.Schema;
using Kantata.Emulator.Values;
using Kantata.Spec;

namespace Kantata.Emulator.Store;

/// <summary>
/// One snapshot with what follows from it: an association that one side holds can be read from the other. Made for one request.
/// </summary>
internal sealed class StoreView(ApiSchema schema, StoreSnapshot snapshot)
{
    private readonly Dictionary<(string Collection, string Field), ILookup<string, string>> _referrers = [];

    public ApiSchema Schema => schema;

    public StoreSnapshot Snapshot => snapshot;

    /// <summary>
    /// The value of a field: what the record holds, else what other records that refer to it say. Undefined where neither says
    /// anything.
    /// </summary>
    public JsonElement Field(CollectionSchema collection, EntityRecord record, string field) =>
        field == "id" ? JsonValues.Of(record.Id)
        : record.Fields.TryGetValue(field, out JsonElement value) ? value
        : collection.Reference is string reference && field.StartsWith(reference, StringComparison.Ordinal) ? PartOfReference(record, reference, field)
        : Derive(collection, record, field);

    /// <summary>Where the records of an association are, dangling ids included.</summary>
    public IEnumerable<(string Collection, string Id)> Related(CollectionSchema collection, EntityRecord record, Association association)
    {
        JsonElement value = Field(collection, record, association.Field);
        if (value.TryGetReference(out string? key, out string? referredId))
        {
            return [(key, referredId)];
        }

        return association.Target is string target ? value.AsTexts().Select(id => (target, id)) : [];
    }

    // {key,id} is the same as a type and an id: where a record holds one of them, the other can be read.
    private JsonElement PartOfReference(EntityRecord record, string reference, string field)
    {
        bool hasPair = record.Fields.TryGetValue(reference + "_ref", out JsonElement pair) & pair.TryGetReference(out string? key, out string? id);
        string part = field[reference.Length..];
        if (hasPair)
        {
            return part switch
            {
                "_id" => Id(id!, asNumber: true),
                "_type" when schema[key!].Entity is { } entity => JsonValues.Of(entity.Name),
                _ => default,
            };
        }

        return part == "_ref"
            && record.Fields.TryGetValue(reference + "_type", out JsonElement type) && type.AsText() is string entityName
            && record.Fields.TryGetValue(reference + "_id", out JsonElement referredId) && referredId.AsText() is string referred
            && schema.CollectionOf(entityName) is string collection
            ? JsonValues.OfReference(collection, referred)
            : default;
    }

    private JsonElement Derive(CollectionSchema collection, EntityRecord record, string field)
    {
        // time_entry_ids can be read from the time entries, but recipient_id cannot from the users: what refers back to a record
        // under its plain name refers to it in its plain role.
        if (schema.TargetOf(collection, field) is not string targetKey || schema[targetKey] is not { } target || IdName.Stem(field) != target.Singular)
        {
            return default;
        }

        IEnumerable<string> ids = Referrers(target, collection.Singular + "_id")[record.Id].Concat(Referrers(target, collection.Singular + "_ids")[record.Id]);
        if (target.Reference is string reference)
        {
            ids = ids.Concat(Referrers(target, reference + "_ref")[collection.Key + "/" + record.Id]);
        }

        bool asNumber = collection.Field(field) is { } declared && (declared.Items ?? declared.Type) == ValueType.Integer;
        IEnumerable<JsonElement> values = ids.Distinct().Select(id => Id(id, asNumber));
        return field.EndsWith("_ids", StringComparison.Ordinal)
            ? JsonValues.OfArray(values)
            : values.FirstOrDefault();
    }

    // Who refers to an id in a field; looked up once, because a page asks it for each of its records.
    private ILookup<string, string> Referrers(CollectionSchema collection, string field)
    {
        if (!_referrers.TryGetValue((collection.Key, field), out ILookup<string, string>? referrers))
        {
            referrers = snapshot.All(collection.Key)
                .SelectMany(record => Referred(record).Select(referred => (referred, record.Id)))
                .ToLookup(pair => pair.referred, pair => pair.Id, StringComparer.Ordinal);
            _referrers.Add((collection.Key, field), referrers);
        }

        return referrers;

        IEnumerable<string> Referred(EntityRecord record)
        {
            bool isPolymorphic = collection.Reference is string reference && field == reference + "_ref";
            JsonElement value = isPolymorphic ? Field(collection, record, field) : record.Fields.GetValueOrDefault(field);
            return value.TryGetReference(out string? key, out string? id) ? [key + "/" + id] : value.AsTexts();
        }
    }

    private static JsonElement Id(string id, bool asNumber) =>
        asNumber && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? JsonValues.Of(number) : JsonValues.Of(id);
}
