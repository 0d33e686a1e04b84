namespace Kantata.Runtime;

/// <summary>
/// The objects of a collection while it is read, when nobody knows yet how many there are. A client keeps one for the next answer, which costs
/// a program less than a pool of arrays of a type that nothing else has.
/// </summary>
internal sealed class EntityBuffer
{
    private const int FirstSize = 64;

    private Item[] _items = new Item[FirstSize];
    private int _count;

    public void Add(IdValue id, KantataEntity entity)
    {
        if (_count == _items.Length)
        {
            Array.Resize(ref _items, _count * 2);
        }

        ref Item item = ref _items[_count++];
        item.Id = id;
        item.Entity = entity;
    }

    /// <summary>Gives all of them to a collection.</summary>
    public void CopyTo(ReceivedCollection collection)
    {
        collection.Expect(_count);
        for (int i = 0; i < _count; i++)
        {
            collection.Add(_items[i].Id, _items[i].Entity);
        }
    }

    /// <summary>Forgets them, so that what was read does not stay alive here.</summary>
    public void Clear()
    {
        Array.Clear(_items, 0, _count);
        _count = 0;
    }

    private struct Item
    {
        public IdValue Id;
        public KantataEntity Entity;
    }
}
