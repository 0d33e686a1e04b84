using System.Globalization;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Values;

/// <summary>The types that values really have.</summary>
internal static class PublishedTypes
{
    /// <summary>The type of a value: some that are published as integers have words for their values, and are texts.</summary>
    public static ValueType Of(Value value) => Of(value, value.Type);

    /// <summary>The type of a value, or of its items, that is published as <paramref name="type"/>.</summary>
    public static ValueType Of(Value value, ValueType type) => type == ValueType.Integer && HasWords(value) ? ValueType.String : type;

    private static bool HasWords(Value value)
    {
        foreach (string known in value.KnownValues)
        {
            if (!long.TryParse(known, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
            {
                return true;
            }
        }

        return false;
    }
}
