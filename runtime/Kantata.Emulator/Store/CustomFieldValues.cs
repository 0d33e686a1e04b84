using System.Text.Json;
using Kantata.Emulator.Schema;
using Kantata.Emulator.Values;

namespace Kantata.Emulator.Store;

/// <summary>Finds what records hold in the custom fields that accounts add to them.</summary>
/// <param name="collection">The collection whose records they are.</param>
internal sealed class CustomFieldValues(CollectionSchema collection)
{
    private const string Key = "custom_field_values";

    /// <summary>What a record holds in a custom field: one value at most, unless the seed has more.</summary>
    /// <param name="view">The records.</param>
    /// <param name="record">The record.</param>
    /// <param name="customField">The id of the custom field.</param>
    /// <param name="part">The field of a custom field's value that is asked for.</param>
    public IEnumerable<JsonElement> Of(StoreView view, EntityRecord record, string customField, string part = "value")
    {
        CollectionSchema values = view.Schema[Key];
        return view.Snapshot.All(Key)
            .Where(value => view.Field(values, value, "custom_field_id").AsText() == customField && IsAbout(view, values, value, record))
            .Select(value => view.Field(values, value, part));
    }

    private bool IsAbout(StoreView view, CollectionSchema values, EntityRecord value, EntityRecord record) =>
        view.Field(values, value, "subject_ref").TryGetReference(out string? key, out string? id) && key == collection.Key && id == record.Id;
}
