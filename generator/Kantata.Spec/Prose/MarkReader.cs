namespace Kantata.Spec.Prose;

/// <summary>Reads what a text says of a value in passing: that it can be null, that it is deprecated.</summary>
internal static class MarkReader
{
    private static readonly Phrase[] s_nullable = Phrase.Any(
        "can|may|could|will be set? to? null",
        "nullable",
        "or null",
        "null if|when|where|unless|without|clears|for",
        "set to null");

    private static readonly WordSet s_not = WordSet.Of("not cannot can't never");

    private static readonly Phrase[] s_deprecated = Phrase.Any(
        "is|are|now|been|being deprecated",
        "deprecated field|parameter|filter|attribute",
        "( deprecated )");

    private static readonly Phrase s_deprecatedWord = Phrase.Of("deprecated");

    /// <summary>Whether the value can be null.</summary>
    public static bool ReadNullable(in ProseText prose)
    {
        foreach (Phrase phrase in s_nullable)
        {
            if (phrase.TryFind(prose, out PhraseMatch match) && !prose.Contains(s_not, prose.SentenceStart(match.Start), match.End))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the value is deprecated, rather than something that its text mentions.</summary>
    public static bool ReadDeprecated(in ProseText prose)
    {
        foreach (Phrase phrase in s_deprecated)
        {
            if (phrase.TryFind(prose, out _))
            {
                return true;
            }
        }

        return s_deprecatedWord.TryFind(prose, out PhraseMatch match)
            && (match.Start == 0 || prose.IsEnd(match.Start - 1))
            && (prose.IsEnd(match.End) || prose.IsMark(match.End, ':') || prose.IsMark(match.End, ',') || prose.IsMark(match.End, ';') || prose.IsMark(match.End, '-'));
    }
}
