using System.Globalization;

namespace Kantata.Spec.Prose;

/// <summary>Reads how large a number and how long a text may be: "from 1 to 5", "at most 200", "up to 255 characters".</summary>
internal static class LimitsReader
{
    private static readonly Phrase[] s_ranges = Phrase.Any(
        "between {name} and {name}",
        "from {name} to|through {name}",
        "( {name} to|through|- {name} )",
        "range|number|value|integer|percentage|percent|level of? {name} to|through|- {name}",
        "{name} to|through {name} , inclusive|both",
        "{name} to {name} inclusive");

    private static readonly Phrase[] s_maxima = Phrase.Any(
        "at most {name}",
        "no more than {name}",
        "maximum|max value? is|of|: {name}",
        "maximum|max {name}",
        "up to {name}",
        "{name} at most",
        "not exceed {name}",
        "less than or equal to {name}");

    private static readonly Phrase[] s_minima = Phrase.Any(
        "at least {name}",
        "no less than {name}",
        "minimum|min value? is|of|: {name}",
        "minimum|min {name}",
        "{name} or more|greater|higher|above",
        "greater than or equal to {name}");

    private static readonly Phrase[] s_lengths = Phrase.Any(
        "up to {#} characters",
        "at most {#} characters",
        "maximum|max length? of? {#} characters?",
        "no more than {#} characters",
        "{#} characters or fewer|less",
        "limited to {#} characters",
        "exceed {#} characters",
        "{#} characters at most|maximum");

    // "at most 10 MB", "up to 2 decimals" and "3 or more users" limit something else than the number.
    private static readonly WordSet s_units = WordSet.Of("percent percentage cents minutes hours days inclusive unless when if and or both but");

    /// <summary>The smallest and the largest number that a number may be.</summary>
    public static (decimal? Minimum, decimal? Maximum) ReadRange(in ProseText prose)
    {
        foreach (Phrase range in s_ranges)
        {
            if (range.TryFind(prose, out PhraseMatch match)
                && TryGetNumber(prose, match.First, out decimal smallest)
                && TryGetNumber(prose, match.Second, out decimal largest)
                && smallest < largest
                && IsNumberItself(prose, match.End))
            {
                return (smallest, largest);
            }
        }

        return (Read(prose, s_minima), Read(prose, s_maxima));
    }

    /// <summary>The most characters of a text.</summary>
    public static int? ReadLength(in ProseText prose)
    {
        foreach (Phrase length in s_lengths)
        {
            if (length.TryFind(prose, out PhraseMatch match) && prose.TryGetNumber(match.First, out int most) && most > 0)
            {
                return most;
            }
        }

        return null;
    }

    private static decimal? Read(in ProseText prose, Phrase[] phrases)
    {
        foreach (Phrase phrase in phrases)
        {
            if (phrase.TryFind(prose, out PhraseMatch match)
                && TryGetNumber(prose, match.First, out decimal number)
                && IsNumberItself(prose, match.End))
            {
                return number;
            }
        }

        return null;
    }

    private static bool IsNumberItself(in ProseText prose, int next)
        => prose.IsEnd(next) || prose[next].Kind == ProseTokenKind.Mark || s_units.Contains(prose, next);

    private static bool TryGetNumber(in ProseText prose, int token, out decimal number)
    {
        string word = prose.Text(token).TrimEnd('%');
        return decimal.TryParse(word, NumberStyles.Number & ~NumberStyles.AllowTrailingSign, CultureInfo.InvariantCulture, out number);
    }
}
