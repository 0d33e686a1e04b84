using System.Buffers;

namespace Kantata.Runtime;

/// <summary>Items whose number shows only at the end, in memory from the shared pool.</summary>
internal ref struct PooledList<T>()
{
    private T[] _items = ArrayPool<T>.Shared.Rent(16);
    private int _count;

    public readonly ReadOnlySpan<T> Items => _items.AsSpan(0, _count);

    public void Add(T item)
    {
        if (_count == _items.Length)
        {
            T[] larger = ArrayPool<T>.Shared.Rent(_count * 2);
            Items.CopyTo(larger);
            Return();
            _items = larger;
        }

        _items[_count++] = item;
    }

    public void Dispose()
    {
        Return();
        _items = [];
        _count = 0;
    }

    // What was read must not stay alive in the pool.
    private readonly void Return() => ArrayPool<T>.Shared.Return(_items, clearArray: true);
}
