using System.Numerics;

namespace Kantata.Runtime;

/// <summary>
/// Values by their ids. It is here because a dictionary whose key is a type of ours brings all that dictionaries can do into every program that is
/// compiled natively.
/// </summary>
internal sealed class IdTable<T>
    where T : class
{
    // As many are found one by one no slower, and need no places.
    private const int Few = 8;

    // Null as long as there are none: an empty array of a type of its own is one more thing that a first call would compile.
    private Item[]? _items;
    private int _count;

    // One more than the position of an item, or 0. At least half of them are 0, so that an id which is not here is soon known not to be.
    private int[] _places = [];

    /// <summary>The value of an id, or null.</summary>
    public T? Find(IdValue id) =>
        (_places.Length > 0 ? _places[PlaceOf(id)] - 1 : IndexOf(id)) is >= 0 and int index ? _items![index].Value : null;

    /// <summary>Makes room for as many more values.</summary>
    public void Expect(int more)
    {
        if (_items is null || _count + more > _items.Length)
        {
            Grow(Math.Max(_count + more, _count * 2));
        }
    }

    /// <summary>Sets a value; of several with one id the last stays.</summary>
    public void Set(IdValue id, T value)
    {
        Expect(1);
        int index;
        if (_places.Length > 0)
        {
            ref int place = ref _places[PlaceOf(id)];
            if (place == 0)
            {
                place = ++_count;
            }

            index = place - 1;
        }
        else
        {
            index = IndexOf(id);
            if (index < 0)
            {
                index = _count++;
            }
        }

        ref Item item = ref _items![index];
        item.Id = id;
        item.Value = value;
    }

    private void Grow(int room)
    {
        Array.Resize(ref _items, room);
        if (room > Few)
        {
            _places = new int[(int)BitOperations.RoundUpToPowerOf2((uint)room * 2)];
            for (int i = 0; i < _count; i++)
            {
                _places[PlaceOf(_items[i].Id)] = i + 1;
            }
        }
    }

    private int IndexOf(IdValue id)
    {
        for (int i = 0; i < _count; i++)
        {
            if (_items![i].Id.Equals(id))
            {
                return i;
            }
        }

        return -1;
    }

    // Where an id is or would be.
    private int PlaceOf(IdValue id)
    {
        // The ids of a page often follow each other in even steps, which one multiplication would leave beside each other.
        uint hash = (uint)id.GetHashCode() * 0x9E3779B1;
        hash = (hash ^ (hash >> 15)) * 0x85EBCA6B;
        int mask = _places.Length - 1;
        for (int place = (int)(hash ^ (hash >> 16)) & mask; ; place = (place + 1) & mask)
        {
            int index = _places[place] - 1;
            if (index < 0 || _items![index].Id.Equals(id))
            {
                return place;
            }
        }
    }

    private struct Item
    {
        public IdValue Id;
        public T Value;
    }
}
