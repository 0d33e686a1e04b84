using System.Globalization;

namespace Kantata.Emulator.Store;

/// <summary>
/// The state of the emulator. Readers take the current snapshot without waiting; writers take turns, and what one of them did
/// counts as a whole or, if it throws, not at all.
/// </summary>
internal sealed class EntityStore
{
    private readonly object _turn = new();
    private volatile StoreSnapshot _current;
    private long _lastId;

    public EntityStore(StoreSnapshot seed)
    {
        _current = seed;
        _lastId = seed.All().Select(record => long.TryParse(record.Id, NumberStyles.None, CultureInfo.InvariantCulture, out long id) ? id : 0).DefaultIfEmpty().Max();
    }

    public StoreSnapshot Current => _current;

    /// <summary>Runs <paramref name="change"/> alone and keeps what it did when it returns.</summary>
    public T Change<T>(Func<StoreEdit, T> change)
    {
        lock (_turn)
        {
            StoreEdit edit = new(_current, NextId);
            T result = change(edit);
            _current = edit.Snapshot;
            return result;
        }
    }

    // Ids are unique over all collections and never given twice, so that a mix-up of two kinds of ids finds nothing.
    private string NextId() => (++_lastId).ToString(CultureInfo.InvariantCulture);
}
