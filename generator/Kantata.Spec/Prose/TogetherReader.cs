namespace Kantata.Spec.Prose;

/// <summary>
/// Reads what a text says of parameters beside one another: "Only given together with the `only` parameter.", "Needs plannable=true.",
/// "Not together with `on_my_account`.", "the results come in order of relevance".
/// </summary>
internal static class TogetherReader
{
    private static readonly Phrase[] s_needs = Phrase.Any(
        "only given|usable|used|valid|returned|available|works? together|along with the? {name}",
        "only together|along with the? {name}");

    private static readonly Phrase s_bareNeed = Phrase.Of("needs|requires {name}");

    private static readonly Phrase[] s_excludes = Phrase.Any(
        "not together with the? {name}",
        "cannot|can't be given|used|combined|sent|set? together? with the? {name}",
        "may|must not be given|used|combined|sent|set together? with the? {name}",
        "mutually exclusive with the? {name}");

    private static readonly Phrase[] s_relevance = Phrase.Any(
        "order of relevance",
        "ordered|sorted by relevance");

    /// <summary>The parameter that must be given, too; null where none is said. That it is a parameter is for the caller to see.</summary>
    public static string? ReadNeeds(in ProseText prose)
    {
        if (ReadParameter(prose, s_needs) is { } parameter)
        {
            return parameter;
        }

        // "Needs plannable=true, and …", but not "Needs primary organizations".
        return s_bareNeed.TryFind(prose, out PhraseMatch need) && (prose.IsEnd(need.End) || prose[need.End].Kind == ProseTokenKind.Mark)
            ? NameAt(prose, need.First)
            : null;
    }

    /// <summary>The parameter that must not be given, too; null where none is said. That it is a parameter is for the caller to see.</summary>
    public static string? ReadExcludes(in ProseText prose) => ReadParameter(prose, s_excludes);

    /// <summary>Whether the text says that results come by relevance.</summary>
    public static bool ReadIgnoresOrder(in ProseText prose)
    {
        foreach (Phrase relevance in s_relevance)
        {
            if (relevance.TryFind(prose, out _))
            {
                return true;
            }
        }

        return false;
    }

    private static string? ReadParameter(in ProseText prose, Phrase[] phrases)
    {
        foreach (Phrase phrase in phrases)
        {
            if (phrase.TryFind(prose, out PhraseMatch match) && NameAt(prose, match.First) is { } name)
            {
                return name;
            }
        }

        return null;
    }

    // "plannable", "plannable=true"
    private static string? NameAt(in ProseText prose, int token)
    {
        string word = prose.Text(token);
        int sign = word.IndexOf('=');
        string name = sign > 0 ? word[..sign] : word;
        return FieldName.Is(name.AsSpan()) ? name : null;
    }
}
