using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kantata.Emulator.Values;

/// <summary>Makes JSON values. They are immutable and belong to nobody, so records and responses share them.</summary>
internal static class JsonValues
{
    public static JsonElement Null { get; } = Parse("null"u8);

    public static JsonElement EmptyArray { get; } = Parse("[]"u8);

    public static JsonElement Of(string value) => Build(value, static (json, value) => json.WriteStringValue(value));

    public static JsonElement Of(decimal value) => Build(value, static (json, value) => json.WriteNumberValue(value));

    public static JsonElement Of(bool value) => Build(value, static (json, value) => json.WriteBooleanValue(value));

    public static JsonElement OfArray(IEnumerable<JsonElement> items) => Build(items, static (json, items) =>
    {
        json.WriteStartArray();
        foreach (JsonElement item in items)
        {
            item.WriteTo(json);
        }

        json.WriteEndArray();
    });

    public static JsonElement OfReference(string key, string id) => Build((key, id), static (json, reference) =>
    {
        json.WriteStartObject();
        json.WriteString("key"u8, reference.key);
        json.WriteString("id"u8, reference.id);
        json.WriteEndObject();
    });

    public static JsonElement Of(JsonNode value) => Build(value, static (json, value) => value.WriteTo(json));

    /// <summary>The value that <paramref name="write"/> writes.</summary>
    public static JsonElement Build(Action<Utf8JsonWriter> write) => Build(write, static (json, write) => write(json));

    private static JsonElement Build<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            write(json, value);
        }

        return Parse(buffer.WrittenSpan);
    }

    private static JsonElement Parse(ReadOnlySpan<byte> utf8)
    {
        Utf8JsonReader reader = new(utf8);
        return JsonElement.ParseValue(ref reader);
    }
}
