namespace Kantata.Runtime;

/// <summary>How many items of one kind are sent in one request, and what comes of them.</summary>
/// <typeparam name="TItem">What is sent.</typeparam>
/// <typeparam name="TDone">What comes of an item.</typeparam>
internal abstract class BatchForm<TItem, TDone>(Operation operation, string path)
    where TItem : notnull
    where TDone : notnull
{
    // What most operations allow; for those that do not say.
    private const int UsualLimit = 100;

    /// <summary>How many items one request holds.</summary>
    public int Size => operation.BulkLimit > 0 ? operation.BulkLimit : UsualLimit;

    protected Operation Operation => operation;

    protected string Path => path;

    /// <summary>Checks items before any of them is sent.</summary>
    /// <param name="items">The items.</param>
    /// <param name="firstIndex">The position of the first of them in the input, where it comes in pieces.</param>
    /// <exception cref="KantataRequestException">One of them breaks a rule.</exception>
    public abstract void Check(IReadOnlyList<TItem> items, int firstIndex = 0);

    /// <summary>Makes the request that holds a batch.</summary>
    public abstract ApiCall CallOf(IReadOnlyList<TItem> batch);

    /// <summary>Reads what came of a batch.</summary>
    /// <exception cref="UnreadableResponseException">The answer does not account for each item.</exception>
    public abstract IReadOnlyList<TDone> Read(ResponseBody answer, IReadOnlyList<TItem> batch);

    /// <summary>Which items of a batch the server's errors are about.</summary>
    /// <param name="errors">The errors.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="firstIndex">The position of its first item in the whole input.</param>
    public abstract IReadOnlyList<KantataRefusal> Refused(IReadOnlyList<KantataError> errors, IReadOnlyList<TItem> batch, int firstIndex);
}
