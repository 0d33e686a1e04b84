using Kantata.Emulator.Schema;
using Kantata.Emulator.Store;

namespace Kantata.Emulator.Sorting;

/// <summary>The order of a list: by a field, and by id where that is the same, so that pages never overlap.</summary>
internal sealed record RecordOrder(string Field, bool IsDescending)
{
    public IEnumerable<EntityRecord> Sort(StoreView view, CollectionSchema collection, IEnumerable<EntityRecord> records)
    {
        return IsDescending ? records.OrderByDescending(Key) : records.OrderBy(Key);

        SortKey Key(EntityRecord record) => new(Field == "id" ? default : view.Field(collection, record, Field), record.Id);
    }
}
