using Kantata.Emulator.Values;

namespace Kantata.Emulator.Store;

/// <summary>Counts on from the records that there are.</summary>
internal static class Sequences
{
    /// <summary>The number after the greatest one in a field, 1 where there is none.</summary>
    public static decimal Next(StoreSnapshot snapshot, string collection, string field) => 1 + snapshot
        .All(collection)
        .Select(record => record.Fields.GetValueOrDefault(field).TryGetNumber(out decimal number) ? decimal.Floor(number) : 0)
        .DefaultIfEmpty()
        .Max();
}
