using System.Runtime.CompilerServices;

namespace Kantata.Spec.Prose;

/// <summary>
/// A set phrase, written as it is said. Words and marks stand apart; <c>this|that</c> is either, <c>the?</c> may be missing,
/// <c>{name}</c> is any one word and <c>{#}</c> a whole number, both of which are kept.
/// </summary>
internal sealed class Phrase
{
    private readonly Element[] _elements;

    // The bits of the words that the phrase begins with; all where it does not begin with a word that it needs.
    private readonly ulong _first;

    // For each word that the phrase cannot do without, the bits of its alternatives.
    private readonly ulong[] _words;

    private Phrase(Element[] elements)
    {
        _elements = elements;
        _first = elements[0].IsNeeded ? elements[0].Words : ulong.MaxValue;
        _words = Array.ConvertAll(Array.FindAll(elements, element => element.IsNeeded), element => element.Words);
    }

    /// <summary>Makes a phrase.</summary>
    public static Phrase Of(string phrase) => new([.. phrase.Split(' ').Select(Element.Of)]);

    /// <summary>Makes several, one of which is looked for.</summary>
    public static Phrase[] Any(params string[] phrases) => [.. phrases.Select(Of)];

    /// <summary>Looks for the phrase from <paramref name="from"/> up to <paramref name="to"/>.</summary>
    [MethodImpl(JustInTime.Optimized)]
    public bool TryFind(in ProseText prose, out PhraseMatch match, int from = 0, int to = int.MaxValue)
    {
        to = CanBeIn(prose) ? Math.Min(to, prose.Count) : 0;
        for (int start = from; start < to; start++)
        {
            if (TryMatch(prose, start, out match) && match.End <= to)
            {
                return true;
            }
        }

        match = default;
        return false;
    }

    /// <summary>Whether the text has the phrase at <paramref name="start"/>.</summary>
    [MethodImpl(JustInTime.Optimized)]
    public bool TryMatch(in ProseText prose, int start, out PhraseMatch match)
    {
        match = new PhraseMatch { Start = start, First = -1, Second = -1 };
        return start < prose.Count && (prose[start].Bit & _first) != 0 && TryMatch(prose, 0, start, ref match);
    }

    // Most phrases are in few texts: one look at the words tells.
    [MethodImpl(JustInTime.Optimized)]
    private bool CanBeIn(in ProseText prose)
    {
        foreach (ulong word in _words)
        {
            if ((word & prose.Words) == 0)
            {
                return false;
            }
        }

        return true;
    }

    [MethodImpl(JustInTime.Optimized)]
    private bool TryMatch(in ProseText prose, int element, int token, ref PhraseMatch match)
    {
        if (element == _elements.Length)
        {
            match.End = token;
            return true;
        }

        Element expected = _elements[element];
        if (expected.Accepts(prose, token))
        {
            PhraseMatch before = match;
            if (expected.IsKept)
            {
                _ = match.First < 0 ? match.First = token : match.Second = token;
            }

            if (TryMatch(prose, element + 1, token + 1, ref match))
            {
                return true;
            }

            match = before;
        }

        return expected.IsOptional && TryMatch(prose, element + 1, token, ref match);
    }

    private sealed class Element
    {
        private readonly WordSet? _words;
        private readonly char _mark;
        private readonly bool _isNumber;

        private Element(WordSet? words, char mark, bool isKept, bool isNumber, bool isOptional)
        {
            _words = words;
            _mark = mark;
            _isNumber = isNumber;
            IsKept = isKept;
            IsOptional = isOptional;
        }

        public bool IsKept { get; }

        public bool IsOptional { get; }

        /// <summary>Whether the phrase needs one of <see cref="Words"/>.</summary>
        public bool IsNeeded => !IsOptional && _words is not null;

        /// <summary>The bits of the words that it can be.</summary>
        public ulong Words => _words?.Bits ?? 0;

        public static Element Of(string element)
        {
            bool isOptional = element.Length > 1 && element[^1] == '?';
            element = isOptional ? element[..^1] : element;
            return element switch
            {
                "{#}" => new Element(null, '\0', isKept: true, isNumber: true, isOptional),
                "{name}" => new Element(null, '\0', isKept: true, isNumber: false, isOptional),
                "," or ":" or ";" or "(" or ")" or "-" => new Element(null, element[0], isKept: false, isNumber: false, isOptional),
                _ => new Element(WordSet.Of(element, '|'), '\0', isKept: false, isNumber: false, isOptional),
            };
        }

        [MethodImpl(JustInTime.Optimized)]
        public bool Accepts(in ProseText prose, int token)
        {
            if (_mark != '\0')
            {
                return prose.IsMark(token, _mark);
            }

            if (_words is not null)
            {
                return _words.Contains(prose, token);
            }

            return _isNumber ? prose.TryGetNumber(token, out _) : prose.IsWord(token);
        }
    }
}

/// <summary>Where a phrase was found.</summary>
internal struct PhraseMatch
{
    /// <summary>The first token.</summary>
    public int Start;

    /// <summary>The token after the last one.</summary>
    public int End;

    /// <summary>The first token that was kept; negative where the phrase keeps none.</summary>
    public int First;

    /// <summary>The second token that was kept; negative where there is none.</summary>
    public int Second;
}
