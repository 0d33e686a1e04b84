namespace Kantata.Spec.Prose;

/// <summary>Reads what the prose of a page says of the response.</summary>
internal static class ResponseReader
{
    private static readonly Phrase[] s_primary = Phrase.Any(
        "indexed by id|ids in|under|within the? {name} top-level",
        "the {name} top-level json? key|object|collection|member",
        "in|under the? {name} top-level");

    private static readonly WordSet s_indexed = WordSet.Of("indexed keyed");
    private static readonly Phrase[] s_empty = Phrase.Any("no content", "HTTP 204", "status 204", "204 status|response|no", "empty body|response", "no body");
    private static readonly Phrase s_array = Phrase.Of("is|returns|answers a bare|plain|simple json? array");
    private static readonly WordSet s_csv = WordSet.Of("csv .csv");
    private static readonly WordSet s_download = WordSet.Of("download downloads downloaded exports returns answers");

    /// <summary>The collection that the prose calls the one of the returned data; null where it names none.</summary>
    public static string? ReadPrimaryCollection(in ProseText prose)
    {
        foreach (Phrase phrase in s_primary)
        {
            if (phrase.TryFind(prose, out PhraseMatch match)
                && FieldName.Is(prose.Letters(match.First))
                && prose.Contains(s_indexed, prose.SentenceStart(match.Start), prose.SentenceEnd(match.Start)))
            {
                return prose.Text(match.First);
            }
        }

        return null;
    }

    /// <summary>Whether the prose says that a success has no body.</summary>
    public static bool ReadEmpty(in ProseText prose)
    {
        foreach (Phrase phrase in s_empty)
        {
            if (phrase.TryFind(prose, out _))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the prose says that a success is an array, with nothing around it.</summary>
    public static bool ReadArray(in ProseText prose) => s_array.TryFind(prose, out _);

    /// <summary>Whether the prose says that a success is a CSV file.</summary>
    public static bool ReadFile(in ProseText prose)
    {
        for (int i = 0; i < prose.Count; i++)
        {
            if (s_csv.Contains(prose, i) && prose.Contains(s_download, prose.SentenceStart(i), prose.SentenceEnd(i)))
            {
                return true;
            }
        }

        return false;
    }
}
