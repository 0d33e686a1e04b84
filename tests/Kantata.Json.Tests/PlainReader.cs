using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace Kantata.Json.Tests;

/// <summary>
/// System.Text.Json, told what the client takes scalars for: texts from numbers and truth values, numbers and truth values from texts, ids from
/// whole numbers and texts, days and moments in ISO 8601, and no null in a list.
/// </summary>
internal static partial class PlainReader
{
    private static readonly JsonSerializerOptions _options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        MaxDepth = 64,
        Converters = { new TextConverter(), new WholeNumberConverter(), new NumberConverter(), new TruthConverter(), new DayConverter(), new MomentConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { TellIdsFromTexts } },
    };

    /// <summary>Reads a list; null where it cannot be read.</summary>
    public static List<T>? Read<T>(byte[] json)
    {
        try
        {
            List<T>? list = JsonSerializer.Deserialize<List<T>>(json, _options);
            return list is null || list.Contains(default!) || !HasReadableNames(json) ? null : list;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // The serializer looks for a name without decoding it: one that is escaped and besides not UTF-8 is unknown to it. To its reader, and to the client, it is no text.
    private static bool HasReadableNames(byte[] json)
    {
        Utf8JsonReader reader = new(json);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueIsEscaped)
                {
                    reader.GetString();
                }
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static void TellIdsFromTexts(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Properties)
        {
            bool isId = property.Name is "id" || property.Name.EndsWith("_id", StringComparison.Ordinal) || property.Name.EndsWith("_ids", StringComparison.Ordinal);
            if (property.PropertyType == typeof(string) && isId)
            {
                property.CustomConverter = new IdConverter();
            }
            else if (property.PropertyType == typeof(List<string>))
            {
                property.CustomConverter = new ListConverter(isId ? new IdConverter() : new TextConverter());
            }
        }
    }

    private abstract class ReadingConverter<T> : JsonConverter<T>
    {
        public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => throw new NotSupportedException();
    }

    private sealed class TextConverter : ReadingConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number => Encoding.ASCII.GetString(reader.ValueSpan),
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            _ => throw new JsonException(),
        };
    }

    private sealed class IdConverter : ReadingConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString() is { Length: > 0 } id ? id : null,
            JsonTokenType.Number when reader.TryGetInt64(out long id) => id.ToString(CultureInfo.InvariantCulture),
            _ => throw new JsonException(),
        };
    }

    private sealed class ListConverter(JsonConverter<string> items) : ReadingConverter<List<string>>
    {
        public override List<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartArray)
            {
                throw new JsonException();
            }

            List<string> list = [];
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                list.Add((reader.TokenType == JsonTokenType.Null ? null : items.Read(ref reader, typeof(string), options)) ?? throw new JsonException());
            }

            return list;
        }
    }

    private sealed class WholeNumberConverter : ReadingConverter<long>
    {
        public override long Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.Number when reader.TryGetInt64(out long number) => number,
            JsonTokenType.Number when reader.TryGetDecimal(out decimal number) && decimal.IsInteger(number) && number is >= long.MinValue and <= long.MaxValue => (long)number,
            JsonTokenType.String when reader.GetString() is { } text && WholeNumber().IsMatch(text) && long.TryParse(text, CultureInfo.InvariantCulture, out long number) => number,
            _ => throw new JsonException(),
        };
    }

    private sealed class NumberConverter : ReadingConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.Number when reader.TryGetDecimal(out decimal number) => number,
            JsonTokenType.String when reader.GetString() is { } text && Number().IsMatch(text) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) => number,
            _ => throw new JsonException(),
        };
    }

    private sealed class TruthConverter : ReadingConverter<bool>
    {
        public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.String when reader.GetString() is "true" => true,
            JsonTokenType.String when reader.GetString() is "false" => false,
            _ => throw new JsonException(),
        };
    }

    private sealed class DayConverter : ReadingConverter<DateOnly>
    {
        public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && DateOnly.TryParseExact(reader.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : throw new JsonException();
    }

    private sealed class MomentConverter : ReadingConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            Match parts = Moment().Match(reader.TokenType == JsonTokenType.String ? reader.GetString()! : "");
            if (!parts.Success)
            {
                throw new JsonException();
            }

            string offset = parts.Groups["offset"].Value switch
            {
                "" or "Z" => "+00:00",
                { Length: 5 } short_ => short_[..3] + ":" + short_[3..],
                string written => written,
            };
            string fraction = parts.Groups["fraction"].Value;
            string moment = $"{parts.Groups["day"].Value}T{Or(parts.Groups["minute"].Value, "00:00")}{Or(parts.Groups["second"].Value, ":00")}.{fraction[..Math.Min(7, fraction.Length)].PadRight(7, '0')}{offset}";
            return DateTimeOffset.TryParseExact(moment, "yyyy-MM-dd'T'HH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset read) ? read : throw new JsonException();
        }

        private static string Or(string text, string otherwise) => text.Length > 0 ? text : otherwise;
    }

    [GeneratedRegex(@"^[+-]?[0-9]+\z")]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?\z")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(T(?<minute>[0-9]{2}:[0-9]{2})((?<second>:[0-9]{2})(\.(?<fraction>[0-9]+))?)?(?<offset>Z|[+-][0-9]{2}:?[0-9]{2}))?\z")]
    private static partial Regex Moment();
}
