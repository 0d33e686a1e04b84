namespace Kantata.Spec.Prose;

/// <summary>
/// Reads the items of a list in a text: "`a`, `b`, and `c`", "a, b or c", "0 (detailed), 1 (by task)", or one below the other
/// after dashes.
/// </summary>
internal static class ValueListReader
{
    private const int LongestValue = 60;
    private const int MostWords = 4;
    private const int MostValues = 200;
    private const int MostOpeningWords = 6;
    private const int LongestBrackets = 60;

    private static readonly WordSet s_separators = WordSet.Of("and or");
    private static readonly Phrase[] s_openings = Phrase.Any("either", "one|any of", "the following", "these");
    private static readonly WordSet s_note = WordSet.Of("for means is = where when if to as");

    // Words that no value is made of, and that say that prose began where a list was expected.
    private static readonly WordSet s_prose = WordSet.Of(
        "a an the any this that these those which who is are be to of with if when for from you your it its their other only same must can etc");

    // Words that a value of one word can be, and that one of several words speaks of values with.
    private static readonly WordSet s_measures = WordSet.Of(
        "between than positive negative greater less more all each every number numbers integers dates strings ids names values");

    /// <summary>
    /// Reads the items from <paramref name="start"/>; none where the words there are no list beyond doubt.
    /// </summary>
    /// <param name="prose">The text.</param>
    /// <param name="start">The first token of the list.</param>
    /// <param name="isAnnounced">Whether the words before it leave no doubt that a list follows, so that its items may have several words and notes.</param>
    /// <param name="areQuoted">Whether each item is quoted.</param>
    public static List<string> Read(in ProseText prose, int start, bool isAnnounced, out bool areQuoted)
    {
        int at = SkipOpening(prose, start);
        if (isAnnounced && prose.IsEnd(at) && IsBullet(prose, at + 1))
        {
            at++;
        }

        List<string>? values = isAnnounced && IsBullet(prose, at)
            ? ReadBullets(prose, at, out areQuoted)
            : ReadLine(prose, at, isAnnounced, out areQuoted);
        return values is null || values.Exists(value => value.Length is 0 or > LongestValue) ? [] : [.. values.Distinct()];
    }

    // "Valid values: any of …"
    private static int SkipOpening(in ProseText prose, int start)
    {
        int at = start;
        for (int next = EndOfOpening(prose, at); next > at && next < start + MostOpeningWords; next = EndOfOpening(prose, at))
        {
            at = next;
        }

        return at;
    }

    private static int EndOfOpening(in ProseText prose, int at)
    {
        if (prose.IsMark(at, ':'))
        {
            return at + 1;
        }

        foreach (Phrase opening in s_openings)
        {
            if (!prose.IsQuoted(at) && opening.TryMatch(prose, at, out PhraseMatch match))
            {
                return match.End;
            }
        }

        return at;
    }

    private static bool IsBullet(in ProseText prose, int at) => prose.IsMark(at, '-') && prose[at].BeginsLine || prose.IsMark(at, '*');

    private static List<string>? ReadBullets(in ProseText prose, int at, out bool areQuoted)
    {
        var values = new List<string>();
        areQuoted = true;
        while (IsBullet(prose, at) && values.Count < MostValues)
        {
            at++;
            int first = at;
            areQuoted &= prose.IsQuoted(at);
            if (prose.IsQuoted(at))
            {
                at++;
            }
            else
            {
                while (prose.IsWord(at) && !prose[at].BeginsLine)
                {
                    at++;
                }

                if (at == first || at - first > MostWords || prose.Contains(s_prose, first, at))
                {
                    return null;
                }
            }

            values.Add(prose.Between(first, at));

            // the rest of the entry explains it
            while (at < prose.Count && !IsBullet(prose, at) && !(prose.IsEnd(at) && !IsBullet(prose, at + 1)))
            {
                at++;
            }

            if (prose.IsEnd(at))
            {
                at++;
            }
        }

        return values;
    }

    private static List<string>? ReadLine(in ProseText prose, int at, bool isAnnounced, out bool areQuoted)
    {
        var values = new List<string>();
        areQuoted = true;
        while (values.Count < MostValues)
        {
            while (prose.IsMark(at, ',') || (isAnnounced && prose.IsMark(at, ';')) || IsSeparator(prose, at))
            {
                at++;
            }

            if (!prose.IsWord(at))
            {
                return values;
            }

            int first = at;
            if (prose.IsQuoted(at))
            {
                values.Add(prose.Text(at));
                at++;
            }
            else
            {
                areQuoted = false;
                at = EndOfWords(prose, at);
                if (!TryAddWords(prose, first, at, isAnnounced, values))
                {
                    return null;
                }
            }

            at = SkipBrackets(prose, at);
            if (IsAfterItem(prose, at))
            {
                continue;
            }

            if (!isAnnounced)
            {
                // "`a` or `b` when …": what is quoted is certain, what follows is prose
                return areQuoted ? values : null;
            }

            if (prose.IsMark(at, '-') || prose.IsMark(at, ':') || s_note.Contains(prose, at))
            {
                at = SkipNote(prose, at);
                continue;
            }

            return areQuoted ? values : null;
        }

        return null;
    }

    private static bool IsSeparator(in ProseText prose, int at) => !prose.IsQuoted(at) && s_separators.Contains(prose, at);

    private static bool IsAfterItem(in ProseText prose, int at)
        => prose.IsEnd(at) || prose.IsMark(at, ',') || prose.IsMark(at, ';') || prose.IsMark(at, ')') || IsSeparator(prose, at);

    private static int EndOfWords(in ProseText prose, int at)
    {
        // "0 for detailed": a number needs no more words to be a value
        if (prose.TryGetNumber(at, out _))
        {
            return at + 1;
        }

        int most = at + MostWords + 1;
        while (at < most && prose.IsWord(at) && !prose.IsQuoted(at) && !IsSeparator(prose, at))
        {
            at++;
        }

        return at;
    }

    private static bool TryAddWords(in ProseText prose, int first, int end, bool isAnnounced, List<string> values)
    {
        // The article may be a value where it stands alone.
        bool isOneWord = end - first == 1;
        bool isProse = isOneWord
            ? prose[first].Length > 1 && s_prose.Contains(prose, first)
            : !isAnnounced || end - first > MostWords || prose.Contains(s_prose, first, end) || prose.Contains(s_measures, first, end);
        if (isProse)
        {
            return false;
        }

        string words = prose.Between(first, end);
        if (end - first == 1 && words.IndexOf(',') >= 0)
        {
            values.AddRange(words.Split(','));
        }
        else
        {
            values.Add(words);
        }

        return true;
    }

    private static int SkipBrackets(in ProseText prose, int at)
    {
        if (!prose.IsMark(at, '('))
        {
            return at;
        }

        int depth = 0;
        for (int i = at; i < Math.Min(prose.Count, at + LongestBrackets); i++)
        {
            depth += prose.IsMark(i, '(') ? 1 : prose.IsMark(i, ')') ? -1 : 0;
            if (depth == 0)
            {
                return i + 1;
            }
        }

        return at;
    }

    private static int SkipNote(in ProseText prose, int at)
    {
        while (!prose.IsEnd(at) && !prose.IsMark(at, ',') && !prose.IsMark(at, ';') && !(IsSeparator(prose, at) && IsValueStart(prose, at + 1)))
        {
            at = Math.Max(at + 1, SkipBrackets(prose, at));
        }

        return at;
    }

    private static bool IsValueStart(in ProseText prose, int at) => prose.IsQuoted(at) || prose.TryGetNumber(at, out _);
}
