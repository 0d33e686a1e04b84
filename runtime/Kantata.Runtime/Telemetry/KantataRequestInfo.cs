namespace Kantata;

/// <summary>A request that is about to be sent.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path from the base address on, without its query.</param>
/// <param name="Attempt">How often the call has been sent with this, from 1.</param>
/// <param name="ActivityId">The id of the activity that it belongs to; null where there is none.</param>
public readonly record struct KantataRequestInfo(string Method, string Path, int Attempt, string? ActivityId);
