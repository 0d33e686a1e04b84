using System.Text.Json;
using Kantata.Emulator.Schema;
using Kantata.Emulator.Store;
using Kantata.Emulator.Values;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Responses;

/// <summary>Writes records as responses hold them.</summary>
internal sealed class EntityWriter(StoreView view)
{
    /// <summary>
    /// Writes all declared fields, null where there is no value, except those that hang on an association or on
    /// <c>optional_fields</c> and were not asked for; then what the record holds besides, and its id.
    /// </summary>
    public void Write(Utf8JsonWriter json, CollectionSchema collection, EntityRecord record, Selection selection)
    {
        json.WriteStartObject();
        foreach (Value field in collection.Fields.Where(field => field.Name != "id" && IsSelected(collection, field, selection)))
        {
            Write(json, field.Name, view.Field(collection, record, field.Name), isArray: field.Type == ValueType.Array);
        }

        foreach ((string name, JsonElement value) in record.Fields)
        {
            bool isUndeclaredTime = collection.Entity is not null && (name is "created_at" or "updated_at");
            if (collection.Field(name) is null && collection.AssociationOf(name) is null && !isUndeclaredTime)
            {
                Write(json, name, value, isArray: false);
            }
        }

        foreach (Association association in Undeclared(collection, selection))
        {
            Write(json, association.Field, view.Field(collection, record, association.Field), association.IsMany);
        }

        json.WriteString("id"u8, record.Id);
        json.WriteEndObject();
    }

    private static bool IsSelected(CollectionSchema collection, Value field, Selection selection)
    {
        if (field.WhenIncluded is null && !field.IsOptionalField)
        {
            return true;
        }

        return (field.WhenIncluded is string include && selection.Includes.Contains(include))
            || (field.IsOptionalField && selection.OptionalFields.Contains(field.Name))
            || (collection.AssociationOf(field.Name) is Association association && selection.Includes.Contains(association.Name));
    }

    private static IEnumerable<Association> Undeclared(CollectionSchema collection, Selection selection) => selection.Includes
        .Select(include => collection.Associations.GetValueOrDefault(include))
        .OfType<Association>()
        .Where(association => collection.Field(association.Field) is null)
        .DistinctBy(association => association.Field);

    private static void Write(Utf8JsonWriter json, string name, JsonElement value, bool isArray)
    {
        json.WritePropertyName(name);
        (value.ValueKind != JsonValueKind.Undefined ? value : isArray ? JsonValues.EmptyArray : JsonValues.Null).WriteTo(json);
    }
}
