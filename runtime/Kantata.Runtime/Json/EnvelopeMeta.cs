namespace Kantata.Runtime;

/// <summary>What an envelope says about its page.</summary>
internal readonly record struct EnvelopeMeta(long? Count, long? PageCount, long? PageSize);
