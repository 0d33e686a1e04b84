using Kantata.Emulator.Store;

namespace Kantata.Emulator.Filtering;

/// <summary>Whether a record passes.</summary>
internal delegate bool RecordFilter(StoreView view, EntityRecord record);
