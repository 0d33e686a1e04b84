using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kantata.Emulator.Values;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Requests;

/// <summary>
/// Gives the texts of a query, a form or a table the types that are published for them. What is not written as its type wants
/// stays a text, so that checking it tells what is wrong.
/// </summary>
internal static class TypedTexts
{
    /// <summary>The members of an object, typed.</summary>
    public static JsonElement Type(IReadOnlyCollection<Value> fields, IEnumerable<KeyValuePair<string, JsonElement>> members) => JsonValues.Of(TypeObject(fields, members));

    private static JsonObject TypeObject(IReadOnlyCollection<Value> fields, IEnumerable<KeyValuePair<string, JsonElement>> members)
    {
        JsonObject typed = [];
        foreach ((string name, JsonElement value) in members)
        {
            typed[name] = TypeValue(fields.FirstOrDefault(field => field.Name == name), value);
        }

        return typed;
    }

    private static JsonNode? TypeValue(Value? field, JsonElement value) => (field is null ? ValueType.Any : PublishedTypes.Of(field), value.ValueKind) switch
    {
        (ValueType.Object, JsonValueKind.Object) => TypeObject([.. field!.Members], value.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, member.Value))),
        (ValueType.Array, JsonValueKind.Array) => new JsonArray([.. value.EnumerateArray().Select(item => TypeItem(field!, item))]),
        (ValueType.Array, JsonValueKind.String) => new JsonArray([.. value.GetString()!
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(item => TypeItem(field!, JsonValues.Of(item)))]),
        (ValueType type, JsonValueKind.String) => TypeText(type, value.GetString()!),
        _ => JsonValue.Create(value),
    };

    private static JsonValue? TypeItem(Value field, JsonElement item) =>
        item.ValueKind == JsonValueKind.String && field.Items is ValueType type ? TypeText(PublishedTypes.Of(field, type), item.GetString()!) : JsonValue.Create(item);

    private static JsonValue TypeText(ValueType type, string text) => type switch
    {
        ValueType.Boolean when text is "true" or "1" => JsonValue.Create(true),
        ValueType.Boolean when text is "false" or "0" => JsonValue.Create(false),
        ValueType.Integer or ValueType.Number when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };
}
