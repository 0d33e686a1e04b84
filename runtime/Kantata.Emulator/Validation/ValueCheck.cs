using System.Text.Json;
using Kantata.Emulator.Values;
using Kantata.Spec;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Validation;

/// <summary>Checks one value of a request, which is not null, by itself.</summary>
internal static class ValueCheck
{
    /// <summary>What is wrong with a value, to be read after the name of its field; null where nothing is.</summary>
    public static string? Find(Value field, JsonElement value) => PublishedTypes.Of(field) switch
    {
        ValueType.String => value.ValueKind == JsonValueKind.String ? FindInText(field, value.GetString()!) : "must be a string",
        ValueType.Integer => IsInteger(field.Name, value, out decimal integer) ? FindInNumber(field, integer) : "must be a whole number",
        ValueType.Number => value.ValueKind == JsonValueKind.Number && value.TryGetNumber(out decimal number) ? FindInNumber(field, number) : "must be a number",
        ValueType.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : "must be true or false",
        ValueType.Object or ValueType.Map => value.ValueKind == JsonValueKind.Object ? null : "must be an object",
        ValueType.Reference => value.TryGetReference(out _, out _) ? null : "must be an object with a key and an id",
        ValueType.Array => value.ValueKind == JsonValueKind.Array ? FindInArray(field, value) : "must be an array",
        _ => null,
    };

    private static string? FindInText(Value field, string text)
    {
        if (field.List != ListKind.None)
        {
            int count = text.Split(',').Length;
            return count > field.MaxItems ? $"may hold {field.MaxItems} at most and holds {count}" : null;
        }

        return !field.KnownValues.IsEmpty && !field.KnownValues.Contains(text) ? $"must be one of {string.Join(", ", field.KnownValues)}"
            : text.Length > field.MaxLength ? $"may have {field.MaxLength} characters at most"
            : field.Format == ValueFormat.Date && !Moment.TryParse(text, out Moment date) ? "must be a date, as in 2026-01-31"
            : field.Format == ValueFormat.DateTime && !Moment.TryParse(text, out Moment time) ? "must be a time in ISO 8601, as in 2026-01-31T09:30:00Z"
            : null;
    }

    private static string? FindInNumber(Value field, decimal number) =>
        number < field.Minimum ? $"must be {field.Minimum} or more"
        : number > field.Maximum ? $"must be {field.Maximum} or less"
        : null;

    private static string? FindInArray(Value field, JsonElement array)
    {
        if (array.GetArrayLength() > field.MaxItems)
        {
            return $"may hold {field.MaxItems} at most and holds {array.GetArrayLength()}";
        }

        if (field.Items is not ValueType items)
        {
            return null;
        }

        Value item = new() { Name = field.Name, Type = items, Format = field.Format, KnownValues = field.KnownValues };
        return array.EnumerateArray()
            .Select((value, index) => value.IsMissing() ? $"holds null at {index}" : Find(item, value) is string fault ? $"holds at {index} what {fault}" : null)
            .FirstOrDefault(fault => fault is not null);
    }

    // The API answers ids as strings, and people send them back as they came.
    private static bool IsInteger(string field, JsonElement value, out decimal number)
    {
        bool isId = IdName.Stem(field) is not null;
        return value.TryGetNumber(out number) && decimal.IsInteger(number) && (isId || value.ValueKind == JsonValueKind.Number);
    }
}
