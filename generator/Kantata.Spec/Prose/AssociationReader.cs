namespace Kantata.Spec.Prose;

/// <summary>
/// Reads what an association brings: "The response will include invoice_ids, which references the data in the invoices
/// top-level key", "the additional_item_ids array will reference all additional items".
/// </summary>
internal static class AssociationReader
{
    private static readonly Phrase[] s_idFields = Phrase.Any(
        "will|then? include|includes|contain|contains|carry|carries|have|has the? {name} , which|that reference|references|refers|refer|names|name",
        "the {name} array|field|member|list|attribute will|then? reference|references|refer|refers|name|names|hold|holds|point|points",
        "{name} references|reference|refers|refer|points|point to? the?");

    private static readonly Phrase[] s_collections = Phrase.Any(
        "in|under|of|within the? {name} top-level json? key|object|collection|member|hash?",
        "under the? {name} key|collection",
        "in the {name} collection",
        "the {name} top-level json? key|collection");

    /// <summary>The field that then refers to the association; null where none is said.</summary>
    public static string? ReadIdField(in ProseText prose)
    {
        foreach (Phrase phrase in s_idFields)
        {
            int from = 0;
            while (phrase.TryFind(prose, out PhraseMatch match, from))
            {
                if (FieldName.Is(prose.Letters(match.First)) && prose.Letters(match.First).IndexOf('_') > 0)
                {
                    return prose.Text(match.First);
                }

                from = match.Start + 1;
            }
        }

        return ReadOnlyIdField(prose);
    }

    /// <summary>The collection under which it comes; null where none is said.</summary>
    public static string? ReadCollection(in ProseText prose)
    {
        foreach (Phrase phrase in s_collections)
        {
            if (phrase.TryFind(prose, out PhraseMatch match) && FieldName.Is(prose.Letters(match.First)))
            {
                return prose.Text(match.First);
            }
        }

        return null;
    }

    // Without such a phrase, the one name of an id that the text has is it.
    private static string? ReadOnlyIdField(in ProseText prose)
    {
        string? found = null;
        for (int i = 0; i < prose.Count; i++)
        {
            ReadOnlySpan<char> word = prose.IsWord(i) ? prose.Letters(i) : default;
            if (!FieldName.Is(word) || !IsIdField(word))
            {
                continue;
            }

            if (found is not null && !prose.Is(i, found.AsSpan()))
            {
                return null;
            }

            found = prose.Text(i);
        }

        return found;
    }

    private static bool IsIdField(ReadOnlySpan<char> word)
        => word.EndsWith("_id".AsSpan(), StringComparison.Ordinal)
        || word.EndsWith("_ids".AsSpan(), StringComparison.Ordinal)
        || word.EndsWith("_ref".AsSpan(), StringComparison.Ordinal);
}
