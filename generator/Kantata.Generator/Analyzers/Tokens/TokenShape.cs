namespace Kantata.Generator.Analyzers.Tokens;

/// <summary>
/// Tells tokens and secrets from other texts by how they look: 32 characters or more of those that bearer tokens are made of, letters
/// and digits among them, as mixed as random ones are, without a word that says what should stand there and without a row of letters
/// or digits that people type.
/// </summary>
internal static class TokenShape
{
    /// <summary>How long the shortest token is.</summary>
    public const int ShortestLength = 32;

    // RFC 6750: b64token.
    private const string Punctuation = "-._~+/=";

    // Of 32 random hexadecimal digits hardly one in a hundred thousand has less, of those of other alphabets fewer still.
    private const double LeastBitsPerCharacter = 2.7;

    // Longer than chance makes: 123456, abcdef, xxxxxx.
    private const int LongestRow = 5;

    private static readonly string[] s_words =
    [
        "token", "secret", "passw", "bearer", "credential", "access", "client", "kantata", "mavenlink", "emulator",
        "example", "sample", "dummy", "fake", "mock", "test", "demo", "your", "here", "insert", "replace", "change", "redacted", "placeholder",
    ];

    /// <summary>Whether a text looks like a token.</summary>
    public static bool Fits(string text) =>
        text.Length >= ShortestLength
        && HasCharactersOfToken(text)
        && BitsPerCharacter(text) >= LeastBitsPerCharacter
        && !HasRow(text)
        && !s_words.Any(word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    private static bool HasCharactersOfToken(string text)
    {
        int letters = 0;
        int digits = 0;
        foreach (char c in text)
        {
            if (c is >= '0' and <= '9')
            {
                digits++;
            }
            else if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'))
            {
                letters++;
            }
            else if (Punctuation.IndexOf(c) < 0)
            {
                return false;
            }
        }

        return letters > 0 && digits > 0;
    }

    /// <summary>Shannon's entropy of the characters.</summary>
    private static double BitsPerCharacter(string text) => -text
        .GroupBy(c => c)
        .Select(same => (double)same.Count() / text.Length)
        .Sum(share => share * Math.Log(share, 2));

    /// <summary>Whether characters follow each other, or one is repeated, more often than by chance.</summary>
    private static bool HasRow(string text)
    {
        int length = 1;
        int step = 0;
        for (int i = 1; i < text.Length; i++)
        {
            int next = text[i] - text[i - 1];
            length = next == step ? length + 1 : 2;
            step = next;
            if (length > LongestRow && step is >= -1 and <= 1)
            {
                return true;
            }
        }

        return false;
    }
}
