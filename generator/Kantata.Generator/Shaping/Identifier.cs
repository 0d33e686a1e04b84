using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace Kantata.Generator.Shaping;

/// <summary>Makes C# names of the API's words.</summary>
internal static class Identifier
{
    // The compiler takes names of 1,023 characters, and names of types are put together from several.
    private const int Longest = 200;

    /// <summary>
    /// The PascalCase name: <c>amount_in_cents</c> → <c>AmountInCents</c>, <c>can't reproduce</c> → <c>CantReproduce</c>,
    /// <c>Attachments::PostAttachment</c> → <c>AttachmentsPostAttachment</c>. Whatever cannot stand in a name separates words;
    /// a name that would begin with a digit begins with an underscore, one without any letter or digit is <c>Value</c>, and of an endless one
    /// the beginning is taken.
    /// </summary>
    public static string Pascal(string words)
    {
        Span<char> name = stackalloc char[Longest];
        int length = 0;
        bool startsWord = true;
        for (int index = 0; index < words.Length && length < Longest; index++)
        {
            char character = words[index];
            if (character is '\'' or '’')
            {
                continue;
            }

            if (!char.IsLetterOrDigit(character) || (length == 0 && !IsNameStart(character) && !char.IsDigit(character)))
            {
                startsWord = true;
                continue;
            }

            if (length == 0 && char.IsDigit(character))
            {
                name[length++] = '_';
            }

            name[length++] = startsWord ? char.ToUpperInvariant(character) : character;
            startsWord = false;
        }

        string result = name.Slice(0, length).ToString();
        return result.Length == 0 || !SyntaxFacts.IsValidIdentifier(result) ? "Value" : result;
    }

    /// <summary>Whether words are letters, digits and underscores of ASCII from a letter on: then PascalCase leaves nothing of them out and adds nothing.</summary>
    public static bool IsPlain(string words) =>
        words.Length > 0 && IsAsciiLetter(words[0]) && words.All(character => character is '_' or (>= '0' and <= '9') || IsAsciiLetter(character));

    /// <summary>The camelCase name, escaped where it is a keyword: <c>object</c> → <c>@object</c>.</summary>
    public static string Camel(string words)
    {
        string name = Field(words).Substring(1);
        return SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            ? "@" + name
            : name;
    }

    /// <summary>The name of a private field: <c>_amountInCents</c>.</summary>
    public static string Field(string words)
    {
        string pascal = Pascal(words);
        return "_" + char.ToLower(pascal[0], CultureInfo.InvariantCulture) + pascal.Substring(1);
    }

    /// <summary>The query method that includes an association.</summary>
    public static string Include(string association) => "Include" + Pascal(association);

    /// <summary>The query method that asks for an optional field.</summary>
    public static string OptionalField(string field) => "With" + Pascal(field);

    private static bool IsAsciiLetter(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsNameStart(char character) => SyntaxFacts.IsIdentifierStartCharacter(character);
}
