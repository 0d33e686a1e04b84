using System.Globalization;
using System.Text;
using System.Text.Json;
using Kantata.Emulator.Values;
using Kantata.Spec.Model;
using Microsoft.AspNetCore.Http;

namespace Kantata.Emulator.Responses;

/// <summary>Makes a document that has the published form and, where nothing better is known, made-up values.</summary>
internal static class SampleDocument
{
    /// <summary>Writes the document; a file is a CSV with its headings.</summary>
    /// <param name="response">The published form.</param>
    /// <param name="known">The values of top-level members that are not made up, as far as they have the published type.</param>
    public static ApiResponse Write(Response response, IReadOnlyDictionary<string, JsonElement> known)
    {
        int status = response.Status ?? StatusCodes.Status200OK;
        return response.Shape switch
        {
            ResponseShape.Empty => new ApiResponse(status, default),
            ResponseShape.File => new ApiResponse(status, Encoding.UTF8.GetBytes(string.Join(',', response.Fields.Select(field => field.Name)) + "\n"), "text/csv; charset=utf-8"),
            ResponseShape.Map => ApiResponse.FromJson(status, json =>
            {
                json.WriteStartObject();
                json.WritePropertyName("1"u8);
                WriteObject(json, response.Fields, known);
                json.WriteEndObject();
            }),
            ResponseShape.Array => ApiResponse.FromJson(status, json =>
            {
                json.WriteStartArray();
                WriteObject(json, response.Fields, known);
                json.WriteEndArray();
            }),
            _ => ApiResponse.FromJson(status, json => WriteObject(json, response.Fields, known)),
        };
    }

    private static void WriteObject(Utf8JsonWriter json, IEnumerable<Value> members, IReadOnlyDictionary<string, JsonElement> known)
    {
        json.WriteStartObject();
        foreach (Value member in members)
        {
            json.WritePropertyName(member.Name);
            JsonElement value = known.GetValueOrDefault(member.Name);
            if (value.ValueKind == JsonValueKind.Array && member.Type == ValueType.Array && !member.Members.IsEmpty && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object))
            {
                json.WriteStartArray();
                foreach (JsonElement item in value.EnumerateArray())
                {
                    WriteObject(json, member.Members, item.EnumerateObject().DistinctBy(part => part.Name).ToDictionary(part => part.Name, part => part.Value));
                }

                json.WriteEndArray();
            }
            else if (value.ValueKind != JsonValueKind.Undefined && As(PublishedTypes.Of(member), value) is JsonElement typed)
            {
                typed.WriteTo(json);
            }
            else
            {
                WriteValue(json, member, member.Type);
            }
        }

        json.WriteEndObject();
    }

    private static JsonElement? As(ValueType type, JsonElement value) => (type, value.ValueKind) switch
    {
        (ValueType.String, JsonValueKind.String) or (ValueType.Array, JsonValueKind.Array) or (ValueType.Number, JsonValueKind.Number) => value,
        (ValueType.Integer, JsonValueKind.Number) when value.TryGetInt64(out _) => value,
        (ValueType.String, JsonValueKind.Number) => JsonValues.Of(value.GetRawText()),
        (ValueType.Boolean, JsonValueKind.True or JsonValueKind.False) => value,
        (ValueType.Integer, JsonValueKind.String) when long.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) => JsonValues.Of(number),
        _ => null,
    };

    private static void WriteValue(Utf8JsonWriter json, Value member, ValueType type)
    {
        switch (PublishedTypes.Of(member, type))
        {
            case ValueType.String:
                json.WriteStringValue(Text(member));
                break;
            case ValueType.Integer or ValueType.Number:
                json.WriteNumberValue(Math.Max(member.Minimum ?? 1, 1));
                break;
            case ValueType.Boolean:
                json.WriteBooleanValue(true);
                break;
            case ValueType.Array:
                json.WriteStartArray();
                if (member.Items is ValueType items)
                {
                    WriteValue(json, member, items);
                }

                json.WriteEndArray();
                break;
            case ValueType.Object:
                WriteObject(json, member.Members, new Dictionary<string, JsonElement>());
                break;
            case ValueType.Map:
                // The names of its members are data; a day suits those that count by day.
                json.WriteStartObject();
                json.WritePropertyName(Text(member));
                WriteValue(json, member, member.Items ?? (member.Members.IsEmpty ? ValueType.String : ValueType.Object));
                json.WriteEndObject();
                break;
            default:
                JsonValues.Null.WriteTo(json);
                break;
        }
    }

    private static string Text(Value member) => member.Format switch
    {
        ValueFormat.Date => "2026-01-31",
        ValueFormat.DateTime => "2026-01-31T09:30:00+00:00",
        ValueFormat.Json => "{}",
        _ when member.Type == ValueType.Map => "2026-01-31",
        _ => member.KnownValues.IsEmpty ? "1" : member.KnownValues[0],
    };
}
