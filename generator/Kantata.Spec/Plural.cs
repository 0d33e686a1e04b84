namespace Kantata.Spec;

/// <summary>Forms the plural of names in snake case, as the collections of the API have it.</summary>
internal static class Plural
{
    /// <summary>The plural: <c>story</c> → <c>stories</c>, <c>workspace</c> → <c>workspaces</c>.</summary>
    public static string Of(string name)
    {
        if (name.Length == 0)
        {
            return name;
        }

        if (name[^1] == 'y' && name.Length > 1 && !IsVowel(name[^2]))
        {
            return name[..^1] + "ies";
        }

        return EndsInHiss(name) ? name + "es" : name + "s";
    }

    private static bool EndsInHiss(string name)
        => name[^1] is 's' or 'x' or 'z'
        || name.EndsWith("ch", StringComparison.Ordinal)
        || name.EndsWith("sh", StringComparison.Ordinal);

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
