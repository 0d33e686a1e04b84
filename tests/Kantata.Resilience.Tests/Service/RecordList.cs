namespace Kantata.Resilience.Tests.Service;

/// <summary>The records of the service in the order in which they were created, with what was added and removed when.</summary>
internal sealed class RecordList(int count)
{
    private readonly List<int> _ids = [.. Enumerable.Range(1, count)];
    private readonly Dictionary<int, int> _addedAt = [];
    private readonly int _most = count * 2;
    private int _moment;
    private int _lastAnswer;
    private int _lastId = count;

    public int Count => _ids.Count;

    /// <summary>What a reader who read to the end must have been given: what was there from the start or before the last page was answered, and stayed.</summary>
    public IEnumerable<int> Promised => _ids.Where(id => _addedAt.GetValueOrDefault(id) <= _lastAnswer);

    /// <summary>Whether there ever was such a record.</summary>
    public bool Knew(int id) => id >= 1 && id <= _lastId;

    /// <summary>Whether the record is in the list now.</summary>
    public bool Holds(int id) => _ids.BinarySearch(id) >= 0;

    public IReadOnlyList<int> Page(int start, int size) => start >= _ids.Count ? [] : _ids.GetRange(start, Math.Min(size, _ids.Count - start));

    /// <summary>Notes that a page was answered whole.</summary>
    public void Answered() => _lastAnswer = _moment;

    public void Add()
    {
        // A list that grew as fast as it is read would never end.
        if (_lastId < _most)
        {
            _ids.Add(++_lastId);
            _addedAt[_lastId] = ++_moment;
        }
    }

    public void RemoveAt(int index)
    {
        _ids.RemoveAt(index);
        _moment++;
    }
}
