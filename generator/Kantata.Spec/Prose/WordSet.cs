using System.Runtime.CompilerServices;

namespace Kantata.Spec.Prose;

/// <summary>Some words, of which one is looked for.</summary>
internal sealed class WordSet
{
    private readonly (string Letters, int Hash)[] _words;
    private readonly ulong _bits;

    private WordSet(string[] words)
    {
        _words = [.. words.Select(word => (word, ProseTokenizer.Hash(word.AsSpan())))];
        _bits = _words.Aggregate(0UL, (bits, word) => bits | ProseTokenizer.Bit(word.Hash));
    }

    /// <summary>Makes a set of words that are written with blanks between them.</summary>
    public static WordSet Of(string words) => new(words.Split(' '));

    /// <summary>Whether a text may have one of the words: where not, it has none.</summary>
    public bool CanBeIn(in ProseText prose) => (prose.Words & _bits) != 0;

    /// <summary>Whether a token is one of the words.</summary>
    [MethodImpl(JustInTime.Optimized)]
    public bool Contains(in ProseText prose, int token)
    {
        if (!prose.IsWord(token) || (prose[token].Bit & _bits) == 0)
        {
            return false;
        }

        int hash = prose[token].Hash;
        foreach ((string letters, int wordHash) in _words)
        {
            if (hash == wordHash && prose.Is(token, letters.AsSpan()))
            {
                return true;
            }
        }

        return false;
    }
}
