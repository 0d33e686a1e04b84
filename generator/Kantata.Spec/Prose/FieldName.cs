namespace Kantata.Spec.Prose;

/// <summary>Says whether a word of a text can be the name of a field.</summary>
internal static class FieldName
{
    /// <summary>Whether the letters are those of a name in snake case.</summary>
    public static bool Is(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
        {
            if (c is not ('_' or '.' or (>= 'a' and <= 'z') or (>= '0' and <= '9')))
            {
                return false;
            }
        }

        return word.Length > 0 && word[0] is >= 'a' and <= 'z';
    }

    /// <summary>Whether a name ends in a word, as in <c>workspace_ids</c> and <c>ids</c>.</summary>
    public static bool EndsIn(string name, string word)
        => name.EndsWith(word, StringComparison.Ordinal) && (name.Length == word.Length || name[name.Length - word.Length - 1] == '_');
}
