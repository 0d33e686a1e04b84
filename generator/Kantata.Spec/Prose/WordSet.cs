using System.Runtime.CompilerServices;

namespace Kantata.Spec.Prose;

/// <summary>Some words, of which one is looked for.</summary>
internal sealed class WordSet
{
    private readonly Word[] _words;

    private WordSet(string[] words)
    {
        _words = Array.ConvertAll(words, word => new Word(word));
        foreach (Word word in _words)
        {
            Bits |= ProseTokenizer.Bit(word.Hash);
        }
    }

    /// <summary>The bits of the words, as <see cref="ProseTokenizer.Bit"/> gives them.</summary>
    public ulong Bits { get; }

    /// <summary>Makes a set of words that are written with <paramref name="separator"/> between them.</summary>
    public static WordSet Of(string words, char separator = ' ') => new(words.Split(separator));

    /// <summary>Whether a text may have one of the words: where not, it has none.</summary>
    public bool CanBeIn(in ProseText prose) => (prose.Words & Bits) != 0;

    /// <summary>Whether a token is one of the words.</summary>
    [MethodImpl(JustInTime.Optimized)]
    public bool Contains(in ProseText prose, int token)
    {
        if (!prose.IsWord(token) || (prose[token].Bit & Bits) == 0)
        {
            return false;
        }

        int hash = prose[token].Hash;
        foreach (Word word in _words)
        {
            if (hash == word.Hash && prose.Is(token, word.Letters.AsSpan()))
            {
                return true;
            }
        }

        return false;
    }

    private sealed class Word(string letters)
    {
        public string Letters { get; } = letters;

        public int Hash { get; } = ProseTokenizer.Hash(letters.AsSpan());
    }
}
