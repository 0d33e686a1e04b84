using System.Collections.Immutable;
using EntityCollection = System.Collections.Immutable.ImmutableSortedDictionary<string, Kantata.Emulator.Store.EntityRecord>;

namespace Kantata.Emulator.Store;

/// <summary>All records at one time. Requests read one snapshot from beginning to end, so they never see half a change.</summary>
internal sealed class StoreSnapshot(ImmutableDictionary<string, EntityCollection> collections)
{
    private static readonly EntityCollection s_none = ImmutableSortedDictionary.Create<string, EntityRecord>(IdComparer.Instance);

    public static StoreSnapshot Empty { get; } = new(ImmutableDictionary.Create<string, EntityCollection>(StringComparer.Ordinal));

    /// <summary>The records of a collection, sorted by id.</summary>
    public IEnumerable<EntityRecord> All(string collection) => Get(collection).Values;

    /// <summary>All records of all collections.</summary>
    public IEnumerable<EntityRecord> All() => collections.Values.SelectMany(collection => collection.Values);

    public EntityRecord? Find(string collection, string id) => Get(collection).GetValueOrDefault(id);

    public StoreSnapshot With(string collection, EntityRecord record) =>
        new(collections.SetItem(collection, Get(collection).SetItem(record.Id, record)));

    public StoreSnapshot Without(string collection, string id) =>
        new(collections.SetItem(collection, Get(collection).Remove(id)));

    private EntityCollection Get(string collection) => collections.GetValueOrDefault(collection, s_none);
}
