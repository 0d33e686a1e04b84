namespace Kantata;

/// <summary>
/// One of several batches failed; the inner exception says why. The batches before it were carried out, those after it
/// were never sent. <see cref="Created"/>, <see cref="Failed"/> and <see cref="NotSent"/> together are the input, in its order.
/// </summary>
public sealed class KantataBatchException : KantataException
{
    /// <summary>Makes an exception.</summary>
    public KantataBatchException(
        string message,
        IReadOnlyList<KantataEntity> created,
        IReadOnlyList<RequestModel> failed,
        IReadOnlyList<RequestModel> notSent,
        Exception? innerException = null)
        : base(message, innerException)
    {
        Created = created;
        Failed = failed;
        NotSent = notSent;
    }

    /// <summary>What the batches before the failed one created, in the order of the input.</summary>
    public IReadOnlyList<KantataEntity> Created { get; }

    /// <summary>The requests of the failed batch. Whether they were carried out, the inner exception's type tells.</summary>
    public IReadOnlyList<RequestModel> Failed { get; }

    /// <summary>The positions of <see cref="Failed"/> in the input.</summary>
    public Range FailedRange => Created.Count..(Created.Count + Failed.Count);

    /// <summary>The requests that were never sent.</summary>
    public IReadOnlyList<RequestModel> NotSent { get; }

    /// <summary>The positions of <see cref="NotSent"/> in the input.</summary>
    public Range NotSentRange => (Created.Count + Failed.Count)..(Created.Count + Failed.Count + NotSent.Count);
}
