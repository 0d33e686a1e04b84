namespace Kantata;

/// <summary>
/// One of several batches failed; the inner exception says why. The batches before it were carried out, those after it
/// were never sent. <see cref="Done"/>, <see cref="Failed"/> and <see cref="NotSent"/> together are the input, in its order,
/// as far as it was read.
/// </summary>
/// <remarks>
/// What a batch is made of are the requests of a <c>CreateManyAsync</c> or <c>UpdateManyAsync</c>, and the ids of a <c>DeleteManyAsync</c>:
/// <c>e.NotSent.Cast&lt;Id&lt;TimeEntry&gt;&gt;()</c>.
/// </remarks>
public sealed class KantataBatchException : KantataException
{
    /// <summary>Makes an exception.</summary>
    public KantataBatchException(
        string message,
        IReadOnlyList<object> done,
        IReadOnlyList<object> failed,
        IReadOnlyList<object> notSent,
        Exception? innerException = null)
        : base(message, innerException)
    {
        Done = done;
        Failed = failed;
        NotSent = notSent;
    }

    /// <summary>What came of the batches before the failed one, in the order of the input: the entities that were created or changed, or the ids of those that were deleted.</summary>
    public IReadOnlyList<object> Done { get; }

    /// <summary>
    /// The items of the batch that failed. Whether it was carried out, <see cref="KantataException.WriteOutcome"/> tells. Empty where
    /// it was not a batch that failed but the input, or what was told of the progress.
    /// </summary>
    public IReadOnlyList<object> Failed { get; }

    /// <summary>The positions of <see cref="Failed"/> in the input.</summary>
    public Range FailedRange => Done.Count..(Done.Count + Failed.Count);

    /// <summary>
    /// Those of the <see cref="Failed"/> that the server's errors name, with these errors. Empty where the errors name none of them: then
    /// they are about the batch as a whole, and the inner exception has them.
    /// </summary>
    public IReadOnlyList<KantataRefusal> Refused { get; init; } = [];

    /// <summary>The items that were never sent. What a stream had not given yet is still to come from it.</summary>
    public IReadOnlyList<object> NotSent { get; }

    /// <summary>The positions of <see cref="NotSent"/> in the input.</summary>
    public Range NotSentRange => (Done.Count + Failed.Count)..(Done.Count + Failed.Count + NotSent.Count);

    private protected override bool TellsOutcome => false;
}
