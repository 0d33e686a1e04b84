namespace Kantata.Emulator.Store;

/// <summary>A change of the store under way.</summary>
internal sealed class StoreEdit(StoreSnapshot snapshot, Func<string> nextId)
{
    /// <summary>The records as they are with what was changed so far.</summary>
    public StoreSnapshot Snapshot { get; private set; } = snapshot;

    public string NextId() => nextId();

    public void Put(string collection, EntityRecord record) => Snapshot = Snapshot.With(collection, record);

    public void Remove(string collection, string id) => Snapshot = Snapshot.Without(collection, id);
}
