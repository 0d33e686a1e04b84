using System.Globalization;
using System.Text;
using Kantata.Spec.Model;

namespace Kantata.Generator.Shaping;

/// <summary>Says in a documentation comment what the documents say of a value: its prose, its unit, its limits.</summary>
internal static class ValueDocumentation
{
    public static string Of(Value value)
    {
        if (value is { Description: { Length: > 0 } description, Unit: null, Minimum: null, MaxLength: null, IsDeprecated: false })
        {
            return description.Trim();
        }

        StringBuilder text = new(value.Description.Length > 0 ? value.Description.Trim() : Words(value.Name));
        if (value.Unit is { } unit && text.ToString().IndexOf(unit, StringComparison.OrdinalIgnoreCase) < 0)
        {
            Append(text, $"In {unit}.");
        }

        if (value.Minimum is { } minimum && value.Maximum is { } maximum)
        {
            Append(text, string.Format(CultureInfo.InvariantCulture, "From {0} to {1}.", minimum, maximum));
        }

        if (value.MaxLength is { } length)
        {
            Append(text, string.Format(CultureInfo.InvariantCulture, "At most {0} characters.", length));
        }

        if (value.IsDeprecated)
        {
            Append(text, "Deprecated.");
        }

        return text.ToString();
    }

    /// <summary>What a name alone says: <c>created_at</c> → <c>Created at.</c></summary>
    private static string Words(string name)
    {
        string words = name.Replace('_', ' ').Trim();
        return words.Length == 0 ? "A value without a name." : char.ToUpperInvariant(words[0]) + words.Substring(1) + ".";
    }

    private static void Append(StringBuilder text, string sentence)
    {
        if (text[text.Length - 1] is not ('.' or '!' or '?' or ':'))
        {
            text.Append('.');
        }

        text.Append(' ').Append(sentence);
    }
}
