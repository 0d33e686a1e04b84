using System.Runtime.CompilerServices;

namespace Kantata.Spec.Prose;

/// <summary>Takes texts apart into tokens, one text after the other, in time that grows with their length alone.</summary>
/// <remarks>
/// Both dialects of the pages, with backticks around names and without, give the same words; the backticks only say where a
/// name of several words begins and ends. Markdown around words (stars, links) is taken off.
/// </remarks>
internal sealed class ProseTokenizer
{
    // A quotation that is longer is none, but an apostrophe or a stray backtick.
    private const int LongestQuotation = 120;
    private const int LongestAddress = 400;

    // No set phrase stands after so many words; and phrases are looked for from each word on.
    private const int MostTokens = 2000;

    private ProseToken[] _tokens = new ProseToken[64];
    private int _count;
    private ulong _words;

    /// <summary>The tokens of <paramref name="text"/>, valid until the next call.</summary>
    [MethodImpl(JustInTime.Optimized)]
    public ProseText Read(string text)
    {
        _count = 0;
        _words = 0;
        ReadOnlySpan<char> rest = text.AsSpan();
        int at = 0;
        bool beginsLine = true;
        while (at < rest.Length && _count < MostTokens)
        {
            char c = rest[at];
            if (char.IsWhiteSpace(c))
            {
                int lines = 0;
                while (at < rest.Length && char.IsWhiteSpace(rest[at]))
                {
                    lines += rest[at] == '\n' ? 1 : 0;
                    at++;
                }

                beginsLine |= lines > 0;
                if (lines > 1)
                {
                    Add(text, at, 0, ProseTokenKind.End, beginsLine: false);
                }

                continue;
            }

            int before = _count;
            at = ReadToken(text, at, beginsLine);
            beginsLine &= _count == before;
        }

        return new ProseText(rest, _tokens.AsSpan(0, _count), _words);
    }

    [MethodImpl(JustInTime.Optimized)]
    private int ReadToken(string text, int at, bool beginsLine)
    {
        char c = text[at];
        int quotation = QuotationLength(text, at);
        if (quotation > 0)
        {
            Add(text, at + 1, quotation, ProseTokenKind.Quoted, beginsLine);
            return at + quotation + 2;
        }

        if (c is ',' or ';' or ':' or '(' or ')')
        {
            Add(text, at, 1, ProseTokenKind.Mark, beginsLine);
            return at + 1;
        }

        // ".csv" begins with a stop that ends nothing.
        bool beginsWord = c == '.' && at + 1 < text.Length && char.IsLetter(text[at + 1]) && (at == 0 || char.IsWhiteSpace(text[at - 1]));
        if ((c is '.' or '?' or '!') && !beginsWord)
        {
            Add(text, at, 1, ProseTokenKind.End, beginsLine);
            return at + 1;
        }

        if (c == ']' && AddressLength(text, at + 1) is var address and > 0)
        {
            return at + 1 + address;
        }

        bool isAlone = at + 1 >= text.Length || char.IsWhiteSpace(text[at + 1]);
        if (c is '-' or '\u2013' or '\u2014' && isAlone || c == '*' && isAlone && beginsLine)
        {
            Add(text, at, 1, ProseTokenKind.Mark, beginsLine);
            return at + 1;
        }

        if (c is '`' or '\'' or '"' or '*' or '[' or ']' or '|' or '#' or '\u201C' or '\u201D' or '\u2018' or '\u2019')
        {
            return at + 1;
        }

        int length = WordLength(text, at);
        Add(text, at, length, ProseTokenKind.Word, beginsLine);
        return at + length;
    }

    // The length of what stands between the quotation marks that begin here; 0 where none do.
    private static int QuotationLength(string text, int at)
    {
        char close = text[at] switch { '`' => '`', '\'' => '\'', '"' => '"', '\u201C' => '\u201D', '\u2018' => '\u2019', _ => '\0' };
        if (close == '\0')
        {
            return 0;
        }

        int end = Math.Min(text.Length, at + 1 + LongestQuotation);
        for (int i = at + 1; i < end && text[i] != '\n'; i++)
        {
            // An apostrophe inside of a word closes nothing.
            bool closes = text[i] == close && (close == '`' || i + 1 >= text.Length || !char.IsLetterOrDigit(text[i + 1]));
            if (closes)
            {
                return i - at - 1;
            }
        }

        return 0;
    }

    // The length of "(address)" after the text of a link; 0 where there is none.
    private static int AddressLength(string text, int at)
    {
        if (at >= text.Length || text[at] != '(')
        {
            return 0;
        }

        int close = text.IndexOf(')', at, Math.Min(LongestAddress, text.Length - at));
        return close < 0 ? 0 : close - at + 1;
    }

    // Punctuation inside of a word belongs to it ("created_at:asc", "10,20"); at its end it does not.
    [MethodImpl(JustInTime.Optimized)]
    private static int WordLength(string text, int at)
    {
        int end = at;
        int length = 0;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('`' or '(' or ')' or ']' or '"' or '*' or '|' or '\u201C' or '\u201D'))
        {
            end++;
            if (text[end - 1] is not (',' or ';' or ':' or '.' or '?' or '!' or '\''))
            {
                length = end - at;
            }
        }

        // The stop of "e.g." and "i.e." ends no sentence.
        if (length == 3 && at + 3 < text.Length && text[at + 1] == '.' && text[at + 3] == '.' && text[at] is 'e' or 'i')
        {
            return 4;
        }

        return Math.Max(length, 1);
    }

    private void Add(string text, int start, int length, ProseTokenKind kind, bool beginsLine)
    {
        if (_count == _tokens.Length)
        {
            Array.Resize(ref _tokens, _count * 2);
        }

        int hash = Hash(text.AsSpan(start, length));
        _words |= Bit(hash);
        _tokens[_count++] = new ProseToken(start, length, kind, hash, beginsLine);
    }

    /// <summary>The bit that stands for the words of a hash.</summary>
    internal static ulong Bit(int hash) => 1UL << (hash >>> 26);

    [MethodImpl(JustInTime.Optimized)]
    internal static int Hash(ReadOnlySpan<char> text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
        {
            uint letter = c is >= 'A' and <= 'Z' ? (uint)(c | 0x20) : c;
            hash = unchecked((hash ^ letter) * 16777619);
        }

        // The upper bits of short words are alike before they are mixed.
        hash ^= hash >> 15;
        return unchecked((int)(hash * 0x2C1B3C6D));
    }
}
