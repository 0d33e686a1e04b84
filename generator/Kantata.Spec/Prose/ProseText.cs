using System.Globalization;

namespace Kantata.Spec.Prose;

/// <summary>A text as tokens.</summary>
internal readonly ref struct ProseText(ReadOnlySpan<char> text, ReadOnlySpan<ProseToken> tokens, ulong words)
{
    private readonly ReadOnlySpan<char> _text = text;
    private readonly ReadOnlySpan<ProseToken> _tokens = tokens;

    public int Count => _tokens.Length;

    /// <summary>A bit for each word of the text, as <see cref="ProseTokenizer.Bit"/> gives it: a word whose bit is not there is not.</summary>
    public ulong Words { get; } = words;

    public ProseToken this[int index] => _tokens[index];

    /// <summary>The letters of a token.</summary>
    public ReadOnlySpan<char> Letters(int index) => _text.Slice(_tokens[index].Start, _tokens[index].Length);

    /// <summary>The letters of a token as a string.</summary>
    public string Text(int index) => Letters(index).ToString();

    public bool IsQuoted(int index) => index < Count && _tokens[index].Kind == ProseTokenKind.Quoted;

    /// <summary>Whether a token is a word, quoted or not.</summary>
    public bool IsWord(int index) => index < Count && _tokens[index].Kind is ProseTokenKind.Word or ProseTokenKind.Quoted;

    /// <summary>Whether a token is the mark.</summary>
    public bool IsMark(int index, char mark) => index < Count && _tokens[index].Kind == ProseTokenKind.Mark && _text[_tokens[index].Start] == mark;

    /// <summary>Whether a sentence ends before a token, or the text.</summary>
    public bool IsEnd(int index) => index >= Count || _tokens[index].Kind == ProseTokenKind.End;

    /// <summary>Whether a token is a word of these letters, large or small.</summary>
    public bool Is(int index, ReadOnlySpan<char> word) => IsWord(index) && Letters(index).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The whole number that a token is.</summary>
    public bool TryGetNumber(int index, out int number)
    {
        number = 0;
        if (!IsWord(index) || _tokens[index].Length > 12)
        {
            return false;
        }

        return int.TryParse(Text(index), NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>What stands from one token up to, and without, another, as it is written.</summary>
    public string Between(int from, int to)
        => _text[_tokens[from].Start..(_tokens[to - 1].Start + _tokens[to - 1].Length)].ToString();

    /// <summary>Whether a word of a list stands between <paramref name="from"/> and <paramref name="to"/>.</summary>
    public bool Contains(WordSet words, int from, int to)
    {
        to = words.CanBeIn(this) ? Math.Min(to, Count) : 0;
        for (int i = from; i < to; i++)
        {
            if (words.Contains(this, i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the text has these very characters.</summary>
    public bool Shows(string pattern) => _text.IndexOf(pattern.AsSpan(), StringComparison.Ordinal) >= 0;

    /// <summary>The first token of the sentence that a token is in.</summary>
    public int SentenceStart(int index)
    {
        int start = Math.Min(index, Count);
        while (start > 0 && !IsEnd(start - 1))
        {
            start--;
        }

        return start;
    }

    /// <summary>The token after the last one of the sentence that a token is in.</summary>
    public int SentenceEnd(int index)
    {
        while (!IsEnd(index))
        {
            index++;
        }

        return Math.Min(index, Count);
    }
}
