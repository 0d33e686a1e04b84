using System.Text.Json;
using Kantata.Emulator.Schema;
using Kantata.Emulator.Values;
using Kantata.Spec;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Writing;

/// <summary>Turns a field of a request into the field that records have: requests and records differ in names and types.</summary>
internal static class FieldWriter
{
    /// <summary>Sets what <paramref name="name"/> means. Answers whether it means a field of the record.</summary>
    public static bool Set(CollectionSchema collection, string name, JsonElement value, Dictionary<string, JsonElement> fields)
    {
        // Where no entity is published, a record is what was sent.
        if (collection.Entity is null || collection.Has(name))
        {
            Keep(collection, name, value, fields);
            return true;
        }

        // One id for a field that holds several, as workspace_id for workspace_ids.
        if (IdName.Stem(name) is string stem && name.EndsWith("_id", StringComparison.Ordinal) && collection.Has(stem + "_ids"))
        {
            Keep(collection, stem + "_ids", JsonValues.OfArray(value.IsMissing() ? [] : [value]), fields);
            return true;
        }

        // An amount in the main unit of the currency for a field that counts its hundredths.
        if (collection.Field(name + "_in_cents") is not null)
        {
            fields[name + "_in_cents"] = value.TryGetNumber(out decimal amount) ? JsonValues.Of(decimal.Round(amount * 100)) : value;
            return true;
        }

        return false;
    }

    /// <summary>Sets the field by which a record that came inside another one refers to it, where it has one.</summary>
    public static void SetOwner(CollectionSchema collection, CollectionSchema owner, string id, Dictionary<string, JsonElement> fields)
    {
        if (collection.Reference is string reference)
        {
            Set(collection, reference + "_ref", JsonValues.OfReference(owner.Key, id), fields);
            if (owner.Entity is not null)
            {
                Set(collection, reference + "_type", JsonValues.Of(owner.Entity.Name), fields);
                Set(collection, reference + "_id", JsonValues.Of(id), fields);
            }
        }
        else if (collection.Has(owner.Singular + "_id"))
        {
            Set(collection, owner.Singular + "_id", JsonValues.Of(id), fields);
        }
    }

    // Ids are strings in responses unless the documents say otherwise.
    private static Value Declared(CollectionSchema collection, string name) => collection.Field(name) ?? (IdName.Stem(name) is null
        ? new Value { Name = name, Type = ValueType.Any }
        : name.EndsWith("_ids", StringComparison.Ordinal)
            ? new Value { Name = name, Type = ValueType.Array, Items = ValueType.String }
            : new Value { Name = name, Type = ValueType.String });

    // What a response cannot hold is not kept.
    private static void Keep(CollectionSchema collection, string name, JsonElement value, Dictionary<string, JsonElement> fields)
    {
        if (FieldFit.Find(Declared(collection, name), value) is { ValueKind: not JsonValueKind.Undefined } fit)
        {
            fields[name] = fit;
        }
    }
}
