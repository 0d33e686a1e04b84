namespace Kantata.Emulator.Schema;

/// <summary>The plurals of the API's words, which are regular.</summary>
internal static class Nouns
{
    /// <summary>One of what <paramref name="plural"/> names: <c>time_entries</c> → <c>time_entry</c>.</summary>
    public static string Singular(string plural) => plural switch
    {
        _ when plural.EndsWith("ies", StringComparison.Ordinal) => string.Concat(plural.AsSpan(0, plural.Length - 3), "y"),
        _ when plural.EndsWith("sses", StringComparison.Ordinal) || plural.EndsWith("uses", StringComparison.Ordinal) => plural[..^2],
        _ when plural.EndsWith('s') && !plural.EndsWith("ss", StringComparison.Ordinal) && !plural.EndsWith("us", StringComparison.Ordinal) => plural[..^1],
        _ => plural,
    };

    /// <summary>Many of what <paramref name="singular"/> names: <c>external_reference</c> → <c>external_references</c>.</summary>
    public static string Plural(string singular) => singular switch
    {
        _ when singular.EndsWith("ss", StringComparison.Ordinal) || singular.EndsWith("us", StringComparison.Ordinal) => singular + "es",
        _ when singular.Length > 1 && singular.EndsWith('y') && !"aeiou".Contains(singular[^2], StringComparison.Ordinal) => string.Concat(singular.AsSpan(0, singular.Length - 1), "ies"),
        _ => singular + "s",
    };

    /// <summary>What an id field is named after: <c>story</c> for <c>story_id</c> and <c>story_ids</c>; null for other fields.</summary>
    public static string? Stem(string field) =>
        field.EndsWith("_id", StringComparison.Ordinal) ? field[..^3]
        : field.EndsWith("_ids", StringComparison.Ordinal) ? field[..^4]
        : null;
}
