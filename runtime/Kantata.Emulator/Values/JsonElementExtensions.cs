using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Kantata.Emulator.Values;

/// <summary>Reads JSON values the way the API treats them: an id is the same whether it is a number or a string.</summary>
internal static class JsonElementExtensions
{
    /// <summary>Whether there is no value: a member left out or null.</summary>
    public static bool IsMissing(this JsonElement value) => value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    /// <summary>The text of a string, or a number or truth value as JSON writes it; null for everything else.</summary>
    public static string? AsText(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    /// <summary>The texts of an array's items, or of a single value; nothing for null.</summary>
    public static IEnumerable<string> AsTexts(this JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? value.EnumerateArray().Select(AsText).OfType<string>()
        : value.AsText() is string text ? [text] : [];

    /// <summary>Reads a <c>{key,id}</c> object.</summary>
    public static bool TryGetReference(this JsonElement value, [NotNullWhen(true)] out string? key, [NotNullWhen(true)] out string? id)
    {
        key = null;
        id = null;
        if (value.ValueKind == JsonValueKind.Object
            && value.TryGetProperty("key"u8, out JsonElement keyValue)
            && value.TryGetProperty("id"u8, out JsonElement idValue))
        {
            key = keyValue.AsText();
            id = idValue.AsText();
        }

        return key is not null && id is not null;
    }

    /// <summary>Reads a number, also one that is written as a string.</summary>
    public static bool TryGetNumber(this JsonElement value, out decimal number)
    {
        number = 0;
        return value.ValueKind is JsonValueKind.Number or JsonValueKind.String
            && decimal.TryParse(value.AsText(), NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }
}
