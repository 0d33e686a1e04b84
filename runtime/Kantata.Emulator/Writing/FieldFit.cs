using System.Text.Json;
using System.Text.Json.Nodes;
using Kantata.Emulator.Values;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Writing;

/// <summary>
/// Turns a value of a request into one of the type that responses have: requests send ids as numbers, amounts as texts and parts
/// of objects.
/// </summary>
internal static class FieldFit
{
    /// <summary>The value as responses hold it; undefined where it can be none.</summary>
    /// <param name="field">What is published of the field in responses.</param>
    /// <param name="value">The value that was sent.</param>
    public static JsonElement Find(Value field, JsonElement value) =>
        Fit(field, field.Type, value) is JsonNode node ? JsonValues.Of(node) : value.IsMissing() ? value : default;

    private static JsonNode? Fit(Value field, ValueType type, JsonElement value) => (PublishedTypes.Of(field, type), value.ValueKind) switch
    {
        (_, JsonValueKind.Undefined or JsonValueKind.Null) => null,
        (ValueType.String, JsonValueKind.Number) => value.GetRawText(),
        // What is said to be a text holds now and then a list, as the choices of a custom field.
        (ValueType.String or ValueType.Any or ValueType.Reference, _) => Node(value),
        (ValueType.Integer, _) => value.TryGetNumber(out decimal integer) && decimal.IsInteger(integer) ? JsonValue.Create(decimal.Truncate(integer)) : null,
        (ValueType.Number, _) => value.TryGetNumber(out decimal number) ? JsonValue.Create(number) : null,
        (ValueType.Boolean, JsonValueKind.True or JsonValueKind.False) => value.GetBoolean(),
        (ValueType.Boolean, _) => value.TryGetNumber(out decimal digit) && digit is 0 or 1 ? JsonValue.Create(digit == 1) : null,
        (ValueType.Array, JsonValueKind.Array) => new JsonArray([.. value.EnumerateArray().Select(item => Item(field, item)).OfType<JsonNode>()]),
        (ValueType.Array, _) => Item(field, value) is JsonNode item ? new JsonArray(item) : null,
        (ValueType.Object, JsonValueKind.Object) when !field.Members.IsEmpty => Members(field, value),
        (ValueType.Map, JsonValueKind.Object) => new JsonObject(value.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Item(field, member.Value)))),
        (ValueType.Object, JsonValueKind.Object) => Node(value),
        _ => null,
    };

    private static JsonNode? Item(Value field, JsonElement value) => field.Items is ValueType type ? Fit(field, type, value) : Node(value);

    private static JsonObject Members(Value field, JsonElement value)
    {
        JsonObject members = [];
        foreach (Value member in field.Members)
        {
            members[member.Name] = value.TryGetProperty(member.Name, out JsonElement sent) ? Fit(member, member.Type, sent) : null;
        }

        return members;
    }

    private static JsonNode? Node(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(value),
        JsonValueKind.Array => JsonArray.Create(value),
        _ => JsonValue.Create(value),
    };
}
