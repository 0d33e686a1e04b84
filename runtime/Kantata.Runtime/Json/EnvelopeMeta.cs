namespace Kantata.Runtime;

/// <summary>What an envelope says about its page.</summary>
internal readonly record struct EnvelopeMeta(int? Count, int? PageCount, int? PageSize);
