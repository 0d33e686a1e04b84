namespace Kantata.Coverage.Tests.Calls;

/// <summary>How a user expects a word of the API to be written in C#.</summary>
internal static class CSharpName
{
    /// <summary><c>amount_in_cents</c> → <c>AmountInCents</c>.</summary>
    public static string Pascal(string words) => string.Concat(words
        .Split('_', StringSplitOptions.RemoveEmptyEntries)
        .Select(static word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary><c>amount_in_cents</c> → <c>amountInCents</c>.</summary>
    public static string Camel(string words)
    {
        string pascal = Pascal(words);
        return char.ToLowerInvariant(pascal[0]) + pascal[1..];
    }
}
