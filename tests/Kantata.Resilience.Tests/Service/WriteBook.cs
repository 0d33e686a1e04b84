namespace Kantata.Resilience.Tests.Service;

/// <summary>The service's account of writes: what arrived, what it carried out, and what came again though it must not.</summary>
internal sealed class WriteBook
{
    private readonly Dictionary<string, List<int>> _created = [];
    private readonly HashSet<string> _arrived = [];
    private readonly HashSet<string> _settled = [];
    private readonly List<string> _sentAgain = [];
    private int _lastId;

    /// <summary>What arrived again after it had been carried out or its sender could not know.</summary>
    public IReadOnlyList<string> SentAgain => _sentAgain;

    /// <summary>The ids of what was made of a title; more than one where it was made twice.</summary>
    public IReadOnlyList<int> Created(string title) => _created.GetValueOrDefault(title) ?? [];

    public bool HasArrived(string title) => _arrived.Contains(title);

    public void Arrive(IReadOnlyList<string> titles)
    {
        _sentAgain.AddRange(titles.Where(_settled.Contains));
        _arrived.UnionWith(titles);
    }

    /// <summary>From now on nobody may send these again.</summary>
    public void Settle(IReadOnlyList<string> titles) => _settled.UnionWith(titles);

    public IReadOnlyList<(int Id, string Title)> CarryOut(IReadOnlyList<string> titles)
    {
        Settle(titles);
        List<(int, string)> made = [];
        foreach (string title in titles)
        {
            if (!_created.TryGetValue(title, out List<int>? ids))
            {
                _created[title] = ids = [];
            }

            ids.Add(++_lastId);
            made.Add((_lastId, title));
        }

        return made;
    }
}
