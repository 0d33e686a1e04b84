namespace Kantata.Spec;

/// <summary>The names of fields and parameters that hold ids.</summary>
public static class IdName
{
    /// <summary>What an id is named after: <c>story</c> for <c>story_id</c> and <c>story_ids</c>; null for other names.</summary>
    public static string? Stem(string name) =>
        EndsWith(name, "_id") ? name.Substring(0, name.Length - 3)
        : EndsWith(name, "_ids") ? name.Substring(0, name.Length - 4)
        : null;

    private static bool EndsWith(string name, string ending) =>
        name.Length > ending.Length && name.EndsWith(ending, StringComparison.Ordinal);
}
