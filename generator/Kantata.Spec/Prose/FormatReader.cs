using Kantata.Spec.Model;

namespace Kantata.Spec.Prose;

/// <summary>
/// Reads how a string is written: days and instants in ISO 8601, ranges of them in the patterns that documents show, files,
/// and JSON.
/// </summary>
internal static class FormatReader
{
    private const int DayLength = 10;

    private static readonly Phrase[] s_iso = Phrase.Any("ISO 8601", "ISO8601", "ISO-8601", "ISO-8601-format");
    private static readonly Phrase[] s_json = Phrase.Any("JSON text|string|object|array|encoded|document", "JSON-encoded", "as|in JSON");
    private static readonly Phrase[] s_binary = Phrase.Any("form-data|multipart/form-data file|upload", "file contents", "contents of the|a file", "binary data|contents");

    private static readonly WordSet s_instants = WordSet.Of("datetime datetimes date-time date-times timestamp timestamps");
    private static readonly Phrase s_dateAndTime = Phrase.Of("date|dates and|or|with|& the? time|times");
    private static readonly WordSet s_days = WordSet.Of("date dates day days");
    private static readonly WordSet s_format = WordSet.Of("format formatted form");
    private static readonly WordSet s_range = WordSet.Of("from:to start:end");
    private static readonly WordSet s_openRange = WordSet.Of("from;to start;end");

    /// <summary>How the text says that a string, or each item of a list, is written.</summary>
    public static ValueFormat Read(in ProseText prose, string name)
    {
        ValueFormat pattern = ReadPattern(prose, name);
        if (pattern != ValueFormat.None)
        {
            return pattern;
        }

        foreach (Phrase iso in s_iso)
        {
            if (iso.TryFind(prose, out PhraseMatch match))
            {
                return ReadIso(prose, match.Start, name);
            }
        }

        return FindsAny(s_binary, prose) ? ValueFormat.Binary
            : FindsAny(s_json, prose) ? ValueFormat.Json
            : ValueFormat.None;
    }

    // ISO 8601 has both days and instants: which, the sentence says, or the name, or the rest of the text.
    private static ValueFormat ReadIso(in ProseText prose, int at, string name)
    {
        int start = prose.SentenceStart(at);
        int end = prose.SentenceEnd(at);
        if (prose.Contains(s_instants, start, end) || s_dateAndTime.TryFind(prose, out _, start, end))
        {
            return ValueFormat.DateTime;
        }

        if (prose.Contains(s_days, start, end))
        {
            return ValueFormat.Date;
        }

        if (FieldName.EndsIn(name, "at") || FieldName.EndsIn(name, "after") || FieldName.EndsIn(name, "before") || FieldName.EndsIn(name, "time"))
        {
            return ValueFormat.DateTime;
        }

        return FieldName.EndsIn(name, "date") || FieldName.EndsIn(name, "on") || FieldName.EndsIn(name, "day") ? ValueFormat.Date
            : prose.Contains(s_instants, 0, prose.Count) ? ValueFormat.DateTime
            : TellsOfDays(prose) ? ValueFormat.Date
            : ValueFormat.None;
    }

    private static bool TellsOfDays(in ProseText prose) => prose.Contains(s_days, 0, prose.Count);

    private static ValueFormat ReadPattern(in ProseText prose, string name)
    {
        for (int i = 0; i < prose.Count; i++)
        {
            if (!prose.IsWord(i))
            {
                continue;
            }

            ValueFormat format = ReadPattern(prose.Letters(i), out bool isExample);

            // A day as an example may stand in the text of a field that holds something else.
            if (format == ValueFormat.Date && isExample
                && !name.Contains("date")
                && !prose.Contains(s_format, prose.SentenceStart(i), prose.SentenceEnd(i)))
            {
                continue;
            }

            if (format == ValueFormat.None)
            {
                format = s_range.Contains(prose, i) && TellsOfDays(prose) ? ValueFormat.DateRange
                    : s_openRange.Contains(prose, i) && TellsOfDays(prose) ? ValueFormat.OpenDateRange
                    : ValueFormat.None;
            }

            if (format != ValueFormat.None)
            {
                return format;
            }
        }

        return ValueFormat.None;
    }

    // "YYYY-MM-DD", "2000-01-01:2000-12-31", "YYYY-MM-DDTHHMMSS:YYYY-MM-DDTHHMMSS"
    private static ValueFormat ReadPattern(ReadOnlySpan<char> word, out bool isExample)
    {
        isExample = false;
        if (word.Length < DayLength || !IsDay(word[..DayLength], out isExample))
        {
            return ValueFormat.None;
        }

        ReadOnlySpan<char> rest = word[DayLength..];
        if (rest.IsEmpty)
        {
            return ValueFormat.Date;
        }

        if (rest.Length == DayLength + 1 && IsDay(rest[1..], out _))
        {
            return rest[0] switch { ':' => ValueFormat.DateRange, ';' => ValueFormat.OpenDateRange, _ => ValueFormat.None };
        }

        if (rest[0] is not ('T' or 't'))
        {
            return ValueFormat.None;
        }

        int second = rest.LastIndexOf(':');
        return second > 0 && rest.Length > second + DayLength && IsDay(rest.Slice(second + 1, DayLength), out _)
            ? ValueFormat.DateTimeRange
            : ValueFormat.DateTime;
    }

    private static bool IsDay(ReadOnlySpan<char> word, out bool isExample)
    {
        isExample = word[0] is >= '0' and <= '9';
        for (int i = 0; i < DayLength; i++)
        {
            char letter = i < 4 ? 'y' : i < 7 ? 'm' : 'd';
            bool fits = i is 4 or 7 ? word[i] == '-'
                : isExample ? word[i] is >= '0' and <= '9'
                : (word[i] | 0x20) == letter;
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    private static bool FindsAny(Phrase[] phrases, in ProseText prose)
    {
        foreach (Phrase phrase in phrases)
        {
            if (phrase.TryFind(prose, out _))
            {
                return true;
            }
        }

        return false;
    }
}
