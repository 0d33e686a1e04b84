namespace Kantata.Runtime;

/// <summary>A set of small numbers: the first 64 cost no allocation.</summary>
internal struct BitSet
{
    private ulong _first;
    private ulong[]? _more;

    public readonly bool Contains(int bit)
    {
        if (bit < 64)
        {
            return (_first & (1UL << bit)) != 0;
        }

        int word = (bit / 64) - 1;
        return _more is not null && word < _more.Length && (_more[word] & (1UL << (bit % 64))) != 0;
    }

    public void Add(int bit)
    {
        if (bit < 64)
        {
            _first |= 1UL << bit;
            return;
        }

        int word = (bit / 64) - 1;
        if (_more is null || word >= _more.Length)
        {
            Array.Resize(ref _more, word + 1);
        }

        _more[word] |= 1UL << (bit % 64);
    }
}
