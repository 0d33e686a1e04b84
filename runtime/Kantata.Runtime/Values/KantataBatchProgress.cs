namespace Kantata;

/// <summary>How far the sending of several batches has come.</summary>
/// <param name="Done">How many objects were created, changed or deleted.</param>
/// <param name="Total">How many there will be; null where they come from a stream whose length is not known.</param>
public readonly record struct KantataBatchProgress(int Done, int? Total);
