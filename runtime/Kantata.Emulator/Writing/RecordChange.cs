using Kantata.Emulator.Store;

namespace Kantata.Emulator.Writing;

/// <summary>What became of a record.</summary>
/// <param name="Record">The record as it is now, or as it was where it was removed.</param>
/// <param name="Added">The record that was made beside it; null where none was.</param>
internal sealed record RecordChange(EntityRecord Record, EntityRecord? Added);
