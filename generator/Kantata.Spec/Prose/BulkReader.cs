namespace Kantata.Spec.Prose;

/// <summary>Reads how many one request can create: "Up to 100 billing milestones can be created in one request."</summary>
internal static class BulkReader
{
    private static readonly Phrase[] s_limits = Phrase.Any(
        "up to {#}",
        "at most {#}",
        "no more than {#}",
        "limit|maximum|max of {#}",
        "limited to {#}",
        "maximum|max|limit is? {#}",
        "{#} at a time",
        "{#} or fewer");

    private static readonly WordSet s_several = WordSet.Of("request call once time bulk batch array multiple many several");

    /// <summary>The most in one request; null where none is said.</summary>
    /// <param name="prose">The text.</param>
    /// <param name="isAboutBulk">Whether the text is about sending several, so that any limit in it is this one.</param>
    public static int? Read(in ProseText prose, bool isAboutBulk)
    {
        foreach (Phrase limit in s_limits)
        {
            int from = 0;
            while (limit.TryFind(prose, out PhraseMatch match, from))
            {
                if (prose.TryGetNumber(match.First, out int most)
                    && most > 1
                    && (isAboutBulk || prose.Contains(s_several, prose.SentenceStart(match.Start), prose.SentenceEnd(match.Start))))
                {
                    return most;
                }

                from = match.Start + 1;
            }
        }

        return null;
    }
}
