namespace Kantata.Spec.Prose;

/// <summary>
/// Reads when a response carries a field: "Present only when `story` is included.", "Only when asked for with
/// `optional_fields`."
/// </summary>
internal static class AvailabilityReader
{
    // Whether a bare "when … is included" speaks of an association or of a tax, only backticks tell.
    private static readonly (Phrase Phrase, bool NeedsQuotes)[] s_whenIncluded =
    [
        (Phrase.Of("only when|if|with the? {name} association|include? is|was|are included|requested"), false),
        (Phrase.Of("only when|if|with the? {name} association|include? included|requested"), false),
        (Phrase.Of("when|if the? {name} association|include is|was|are included|requested"), false),
        (Phrase.Of("when|if requested|included with|through|by the? {name} include|association"), false),
        (Phrase.Of("when|if the? {name} is|was|are included|requested"), true),
    ];

    private static readonly WordSet s_optionalFields = WordSet.Of("optional_fields");
    private static readonly WordSet s_asking = WordSet.Of("only must asked ask requested request through unless with");

    /// <summary>The association that must be included; null where none is said.</summary>
    public static string? ReadAssociation(in ProseText prose)
    {
        foreach ((Phrase phrase, bool needsQuotes) in s_whenIncluded)
        {
            int from = 0;
            while (phrase.TryFind(prose, out PhraseMatch match, from))
            {
                bool isName = prose.IsQuoted(match.First) || (!needsQuotes && !IsPronoun(prose.Letters(match.First)));
                if (isName && FieldName.Is(prose.Letters(match.First)))
                {
                    return prose.Text(match.First);
                }

                from = match.Start + 1;
            }
        }

        return null;
    }

    /// <summary>Whether the field must be asked for with <c>optional_fields</c>.</summary>
    public static bool ReadOptionalField(in ProseText prose)
    {
        for (int i = 0; i < prose.Count; i++)
        {
            if (s_optionalFields.Contains(prose, i))
            {
                return prose.Contains(s_asking, prose.SentenceStart(i), prose.SentenceEnd(i));
            }
        }

        return false;
    }

    private static bool IsPronoun(ReadOnlySpan<char> word) => word is "it" or "this" or "that" or "association" or "include" or "not";
}
