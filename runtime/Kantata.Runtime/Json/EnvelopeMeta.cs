namespace Kantata.Runtime;

/// <summary>What an envelope says about its page.</summary>
internal struct EnvelopeMeta
{
    public int? Count;
    public int? PageCount;
    public int? PageSize;
}
