namespace Kantata.Spec.Prose;

/// <summary>A word, a quoted run of words, or a mark of punctuation of a text.</summary>
/// <param name="Start">Where it begins in the text, after the opening quote.</param>
/// <param name="Length">How long it is, without quotes.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Hash">A hash of its letters that takes capitals and small ones as equal.</param>
/// <param name="BeginsLine">Whether it is the first of its line.</param>
internal readonly record struct ProseToken(int Start, int Length, ProseTokenKind Kind, int Hash, bool BeginsLine)
{
    /// <summary>The bit of its letters, as <see cref="ProseTokenizer.Bit"/> gives it.</summary>
    public ulong Bit => ProseTokenizer.Bit(Hash);
}

/// <summary>The kinds of tokens.</summary>
internal enum ProseTokenKind
{
    /// <summary>A run of characters without a blank, and without the punctuation after it.</summary>
    Word,

    /// <summary>What stands between backticks or quotation marks.</summary>
    Quoted,

    /// <summary>One of <c>, ; : ( ) -</c>.</summary>
    Mark,

    /// <summary>What ends a sentence: a full stop, a question mark, an exclamation mark or a blank line.</summary>
    End,
}
