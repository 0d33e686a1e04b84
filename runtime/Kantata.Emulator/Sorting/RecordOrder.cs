using System.Text.Json;
using Kantata.Emulator.Store;

namespace Kantata.Emulator.Sorting;

/// <summary>The order of a list: by a value, and by id where that is the same, so that pages never overlap.</summary>
/// <param name="Value">What records are sorted by; undefined where that is their id.</param>
/// <param name="IsDescending">Whether the greatest comes first.</param>
internal sealed record RecordOrder(Func<StoreView, EntityRecord, JsonElement> Value, bool IsDescending)
{
    public IEnumerable<EntityRecord> Sort(StoreView view, IEnumerable<EntityRecord> records)
    {
        return IsDescending ? records.OrderByDescending(Key) : records.OrderBy(Key);

        SortKey Key(EntityRecord record) => new(Value(view, record), record.Id);
    }
}
