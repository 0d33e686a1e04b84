namespace Kantata;

/// <summary>
/// One of several batches failed; the inner exception says why. The batches before it were carried out, those after it
/// were never sent. <see cref="Created"/>, <see cref="Failed"/> and <see cref="NotSent"/> together are the input, in its order,
/// as far as it was read.
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

    /// <summary>
    /// The requests of the batch that failed. Whether they were carried out, <see cref="KantataException.WriteOutcome"/> tells. Empty where
    /// it was not a batch that failed but the input, or what was told of the progress.
    /// </summary>
    public IReadOnlyList<RequestModel> Failed { get; }

    /// <summary>The positions of <see cref="Failed"/> in the input.</summary>
    public Range FailedRange => Created.Count..(Created.Count + Failed.Count);

    /// <summary>
    /// Those of the <see cref="Failed"/> that the server's errors name, with these errors. Empty where the errors name none of them: then
    /// they are about the batch as a whole, and the inner exception has them.
    /// </summary>
    public IReadOnlyList<KantataRefusal> Refused { get; init; } = [];

    /// <summary>The requests that were never sent. What a stream of requests had not given yet is still to come from it.</summary>
    public IReadOnlyList<RequestModel> NotSent { get; }

    /// <summary>The positions of <see cref="NotSent"/> in the input.</summary>
    public Range NotSentRange => (Created.Count + Failed.Count)..(Created.Count + Failed.Count + NotSent.Count);

    private protected override bool TellsDoubt => false;
}
