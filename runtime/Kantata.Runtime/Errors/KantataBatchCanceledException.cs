namespace Kantata;

/// <summary>
/// The caller ended the sending of several batches. <see cref="Done"/>, <see cref="InDoubt"/> and <see cref="NotSent"/> together are the
/// input as far as it was read, in its order. What its items are, <see cref="KantataBatchException"/> says.
/// </summary>
public sealed class KantataBatchCanceledException : OperationCanceledException
{
    internal KantataBatchCanceledException(
        IReadOnlyList<object> done,
        IReadOnlyList<object> inDoubt,
        IReadOnlyList<object> notSent,
        Exception innerException,
        CancellationToken cancellationToken)
        : base(MessageOf(done, inDoubt, notSent, innerException), innerException, cancellationToken)
    {
        Done = done;
        InDoubt = inDoubt;
        NotSent = notSent;
    }

    /// <summary>What came of the batches before, in the order of the input: the entities that were created or changed, or the ids of those that were deleted.</summary>
    public IReadOnlyList<object> Done { get; }

    /// <summary>The items of the batch that was under way, which may have been carried out; empty where the call ended between batches.</summary>
    public IReadOnlyList<object> InDoubt { get; }

    /// <summary>The items that were not sent. What a stream had not given yet is still to come from it.</summary>
    public IReadOnlyList<object> NotSent { get; }

    // What is in doubt the inner exception names, so that it can be found at the server.
    private static string MessageOf(IReadOnlyList<object> done, IReadOnlyList<object> inDoubt, IReadOnlyList<object> notSent, Exception innerException) =>
        $"The call was ended: {done.Count} items were done, of {inDoubt.Count} it is not known, and {notSent.Count} were not sent."
        + (inDoubt.Count > 0 ? $" {innerException.Message}" : "");
}
