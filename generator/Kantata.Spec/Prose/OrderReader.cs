using Kantata.Spec.Collections;
using Kantata.Spec.Model;

namespace Kantata.Spec.Prose;

/// <summary>Reads the values of the <c>order</c> parameter, with a direction or bare, and which one holds when none is given.</summary>
internal static class OrderReader
{
    private static readonly Phrase[] s_lists = Phrase.Any(
        "valid|possible|allowed|accepted|available|supported values|orders|options|fields are|include|is :?",
        "valid|possible|allowed|accepted|available|supported values|orders|options|fields :",
        "one of :?");

    private static readonly Phrase[] s_defaults = Phrase.Any(
        "defaults|default to :? {name}",
        "default value|order|sort|sorting? is|: {name}",
        "default value|order|sort|sorting? of {name}",
        "( default {name} )",
        "{name} by default",
        "{name} ( the? default )",
        "{name} is the default",
        "{name} unless given|another|set|specified|said");

    /// <summary>The orders; null where the text names none.</summary>
    public static Ordering? Read(in ProseText prose)
    {
        List<string> values = ReadList(prose);
        string? byDefault = ReadDefault(prose, values);
        if (values.Count == 0)
        {
            values = ReadDirections(prose, byDefault);
        }

        return values.Count == 0 ? null : new Ordering(values.ToEquatableArray(), byDefault);
    }

    private static List<string> ReadList(in ProseText prose)
    {
        foreach (Phrase phrase in s_lists)
        {
            if (phrase.TryFind(prose, out PhraseMatch match))
            {
                List<string> values = ValueListReader.Read(prose, match.End, isAnnounced: true, out _);
                if (values.Count > 0 && values.TrueForAll(IsOrder))
                {
                    return values;
                }
            }
        }

        return [];
    }

    // Without a list, what has a direction is an order.
    private static List<string> ReadDirections(in ProseText prose, string? byDefault)
    {
        var values = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < prose.Count; i++)
        {
            if (prose.IsWord(i) && HasDirection(prose.Letters(i)) && prose.Text(i) is var value && value != byDefault && seen.Add(value))
            {
                values.Add(value);
            }
        }

        return values;
    }

    private static string? ReadDefault(in ProseText prose, List<string> values)
    {
        foreach (Phrase phrase in s_defaults)
        {
            int from = 0;
            while (phrase.TryFind(prose, out PhraseMatch match, from))
            {
                string value = prose.Text(match.First);
                if (prose.IsQuoted(match.First) || HasDirection(value.AsSpan()) || values.Exists(order => IsField(value, order)))
                {
                    return value;
                }

                from = match.Start + 1;
            }
        }

        return null;
    }

    // "name" where there are "name:asc" and "name:desc"
    private static bool IsField(string value, string order)
        => order.StartsWith(value, StringComparison.Ordinal) && (order.Length == value.Length || order[value.Length] == ':');

    private static bool IsOrder(string value) => value.IndexOf(' ') < 0;

    private static bool HasDirection(ReadOnlySpan<char> word)
        => word.EndsWith(":asc".AsSpan(), StringComparison.OrdinalIgnoreCase) || word.EndsWith(":desc".AsSpan(), StringComparison.OrdinalIgnoreCase);
}
