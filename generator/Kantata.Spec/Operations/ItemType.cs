using Kantata.Spec.Model;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Spec.Operations;

/// <summary>What stands in the brackets of an item: its type and what goes with it.</summary>
internal readonly record struct ItemType
{
    // No type and what goes with it takes more.
    private const int LongestText = 200;

    public ValueType Type { get; init; }

    public ValueType? Items { get; init; }

    public ValueFormat Format { get; init; }

    public bool IsRequired { get; init; }

    public bool IsNullable { get; init; }

    public bool IsDeprecated { get; init; }

    /// <summary>
    /// Reads <c>string, required</c>, <c>array of integers</c> or <c>string or null</c>. A word that is unknown is given back
    /// with whether it stood where the type does; what was read besides it holds.
    /// </summary>
    public static ItemType Read(ReadOnlySpan<char> text, out string? unknown, out bool isTypeUnknown)
    {
        unknown = null;
        isTypeUnknown = false;
        if (text.Length > LongestText)
        {
            unknown = text[..LongestText].ToString();
            isTypeUnknown = true;
            return default;
        }

        var read = default(ItemType);
        bool first = true;
        while (!text.IsEmpty || first)
        {
            int comma = text.IndexOf(',');
            ReadOnlySpan<char> part = (comma < 0 ? text : text[..comma]).Trim();
            text = comma < 0 ? default : text[(comma + 1)..];
            bool isKnown = first ? TryReadTypes(part, ref read) : TryReadModifier(part, ref read);
            if (!isKnown && unknown is null)
            {
                unknown = part.ToString();
                isTypeUnknown = first;
            }

            first = false;
        }

        return read;
    }

    // "string", "string or null", "integer | string"
    private static bool TryReadTypes(ReadOnlySpan<char> part, ref ItemType read)
    {
        bool any = false;
        while (!part.IsEmpty)
        {
            int separator = part.IndexOf('|');
            int separatorLength = 1;
            if (separator < 0)
            {
                separator = part.IndexOf(" or ".AsSpan(), StringComparison.OrdinalIgnoreCase);
                separatorLength = 4;
            }

            ReadOnlySpan<char> word = (separator < 0 ? part : part[..separator]).Trim();
            part = separator < 0 ? default : part[(separator + separatorLength)..];
            if (Is(word, "null"))
            {
                read = read with { IsNullable = true };
                continue;
            }

            if (!TryReadType(word, out ItemType type))
            {
                return false;
            }

            read = any
                ? read with { Type = ValueType.Any, Items = null, Format = ValueFormat.None }
                : read with { Type = type.Type, Items = type.Items, Format = type.Format };
            any = true;
        }

        return any;
    }

    private static bool TryReadType(ReadOnlySpan<char> word, out ItemType type)
    {
        if (TryReadWord(word, out type))
        {
            return true;
        }

        ReadOnlySpan<char> items;
        if (StartsWith(word, "array of "))
        {
            items = word["array of ".Length..];
        }
        else if (StartsWith(word, "list of "))
        {
            items = word["list of ".Length..];
        }
        else if ((StartsWith(word, "array<") && word[^1] == '>') || (StartsWith(word, "array[") && word[^1] == ']'))
        {
            items = word["array<".Length..^1];
        }
        else if (word.EndsWith("[]".AsSpan(), StringComparison.Ordinal))
        {
            items = word[..^2];
        }
        else
        {
            return false;
        }

        items = items.Trim();
        if (!TryReadWord(items, out ItemType item) && !(items.Length > 1 && items[^1] is 's' or 'S' && TryReadWord(items[..^1], out item)))
        {
            return false;
        }

        type = new ItemType { Type = ValueType.Array, Items = item.Type, Format = item.Format };
        return true;
    }

    private static bool TryReadWord(ReadOnlySpan<char> word, out ItemType type)
    {
        (bool isKnown, ValueType value, ValueFormat format) =
            Is(word, "string") ? (true, ValueType.String, ValueFormat.None)
            : Is(word, "integer") ? (true, ValueType.Integer, ValueFormat.None)
            : Is(word, "object") ? (true, ValueType.Object, ValueFormat.None)
            : Is(word, "array") ? (true, ValueType.Array, ValueFormat.None)
            : Is(word, "boolean") || Is(word, "bool") ? (true, ValueType.Boolean, ValueFormat.None)
            : Is(word, "number") || Is(word, "float") || Is(word, "double") || Is(word, "decimal") ? (true, ValueType.Number, ValueFormat.None)
            : Is(word, "int") || Is(word, "int32") || Is(word, "int64") || Is(word, "long") ? (true, ValueType.Integer, ValueFormat.None)
            : Is(word, "map") ? (true, ValueType.Map, ValueFormat.None)
            : Is(word, "any") ? (true, ValueType.Any, ValueFormat.None)
            : Is(word, "file") ? (true, ValueType.String, ValueFormat.Binary)
            : Is(word, "date") ? (true, ValueType.String, ValueFormat.Date)
            : Is(word, "date-time") || Is(word, "datetime") ? (true, ValueType.String, ValueFormat.DateTime)
            : (false, ValueType.String, ValueFormat.None);
        type = new ItemType { Type = value, Format = format };
        return isKnown;
    }

    private static bool TryReadModifier(ReadOnlySpan<char> word, ref ItemType read)
    {
        if (Is(word, "required"))
        {
            read = read with { IsRequired = true };
        }
        else if (Is(word, "nullable") || Is(word, "null"))
        {
            read = read with { IsNullable = true };
        }
        else if (Is(word, "deprecated"))
        {
            read = read with { IsDeprecated = true };
        }
        else if (Is(word, "date"))
        {
            read = read with { Format = ValueFormat.Date };
        }
        else if (Is(word, "date-time"))
        {
            read = read with { Format = ValueFormat.DateTime };
        }
        else if (Is(word, "binary"))
        {
            read = read with { Format = ValueFormat.Binary };
        }
        else
        {
            // what OpenAPI has as formats and flags, and what says nothing that is not known
            return Is(word, "optional") || Is(word, "float") || Is(word, "double") || Is(word, "int32") || Is(word, "int64")
                || Is(word, "email") || Is(word, "uri") || Is(word, "uuid") || Is(word, "read-only") || Is(word, "write-only");
        }

        return true;
    }

    private static bool StartsWith(ReadOnlySpan<char> text, string start) => text.StartsWith(start.AsSpan(), StringComparison.OrdinalIgnoreCase);

    private static bool Is(ReadOnlySpan<char> text, string expected) => text.Equals(expected.AsSpan(), StringComparison.OrdinalIgnoreCase);
}
