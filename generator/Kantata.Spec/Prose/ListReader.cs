using Kantata.Spec.Model;

namespace Kantata.Spec.Prose;

/// <summary>
/// Reads that a string holds a list, and of what: "a comma-separated list of up to 200 workspace IDs", "one or more workspace
/// IDs, separated by commas".
/// </summary>
internal static class ListReader
{
    private static readonly Phrase[] s_lists = Phrase.Any(
        "comma-separated",
        "comma-delimited",
        "comma separated|delimited",
        "separated|delimited|split by|with commas");

    // A comma separates two things, too, which make no list.
    private static readonly Phrase s_oneComma = Phrase.Of("separated|delimited|split by|with a comma");

    private static readonly Phrase[] s_limits = Phrase.Any(
        "up to {#}",
        "at most {#}",
        "no more than {#}",
        "limit|maximum|max of {#}",
        "limited to {#}",
        "maximum|max {#}",
        "maximum|limit is {#}");

    private static readonly WordSet s_beforeNoun = WordSet.Of("list string set lists of up to at most one or more the a any two three several multiple many");
    private static readonly WordSet s_afterNoun = WordSet.Of("that which whose to for like in is are as by with from when if where such and or can may must of");
    private static readonly WordSet s_ids = WordSet.Of("ids id");
    private static readonly WordSet s_foreign = WordSet.Of("external composite");
    private static readonly WordSet s_dates = WordSet.Of("dates days");
    private static readonly WordSet s_numbers = WordSet.Of("numbers integers percentages decimals");
    private static readonly WordSet s_values = WordSet.Of("values");
    private static readonly WordSet s_file = WordSet.Of("file files csv .csv");
    private static readonly WordSet s_notItems = WordSet.Of("characters mb kb gb bytes decimals decimal digits");

    /// <summary>What the list holds; <see cref="ListKind.None"/> where no list is said.</summary>
    public static ListKind Read(in ProseText prose, string name)
    {
        foreach (Phrase list in s_lists)
        {
            if (list.TryFind(prose, out PhraseMatch match))
            {
                return Read(prose, match, name);
            }
        }

        return s_oneComma.TryFind(prose, out PhraseMatch comma) && Read(prose, comma, name) is var kind && kind != ListKind.Strings ? kind : ListKind.None;
    }

    /// <summary>The most items in a list or array; null where none is said.</summary>
    public static int? ReadLimit(in ProseText prose)
    {
        foreach (Phrase limit in s_limits)
        {
            if (limit.TryFind(prose, out PhraseMatch match)
                && prose.TryGetNumber(match.First, out int most)
                && most > 0
                && !s_notItems.Contains(prose, match.End))
            {
                return most;
            }
        }

        return null;
    }

    private static ListKind Read(in ProseText prose, PhraseMatch match, string name)
    {
        // What follows: "comma-separated list of up to 200 external IDs"
        int first = match.End;
        while (s_beforeNoun.Contains(prose, first) || prose.TryGetNumber(first, out _))
        {
            first++;
        }

        int last = first;
        while (prose.IsWord(last) && !s_afterNoun.Contains(prose, last))
        {
            last++;
        }

        if (last > first)
        {
            // "comma-separated values" are what a file holds, too
            bool isFile = prose.Contains(s_values, first, last) && prose.Contains(s_file, prose.SentenceStart(first), prose.SentenceEnd(first));
            return isFile ? ListKind.None : KindOf(prose, first, last - 1);
        }

        // What stands before: "one or more workspace IDs, separated by commas", "Multiple IDs can be supplied in a …"
        int sentence = prose.SentenceStart(match.Start);
        for (int i = match.Start - 1; i >= sentence; i--)
        {
            if (s_ids.Contains(prose, i) || s_dates.Contains(prose, i) || s_numbers.Contains(prose, i))
            {
                return KindOf(prose, Math.Max(sentence, i - 1), i);
            }
        }

        return FieldName.EndsIn(name, "ids") ? ListKind.Ids : ListKind.Strings;
    }

    // Ids of an outside system, and numbers that are names ("invoice numbers"), are texts.
    private static ListKind KindOf(in ProseText prose, int first, int last)
    {
        if (s_ids.Contains(prose, last))
        {
            return last > first && s_foreign.Contains(prose, last - 1) ? ListKind.Strings : ListKind.Ids;
        }

        if (s_dates.Contains(prose, last))
        {
            return ListKind.Dates;
        }

        bool isQualified = last > first && prose.IsWord(first) && !s_beforeNoun.Contains(prose, first) && !prose.TryGetNumber(first, out _);
        return s_numbers.Contains(prose, last) && !isQualified ? ListKind.Numbers : ListKind.Strings;
    }
}
