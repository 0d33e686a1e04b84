namespace Kantata;

/// <summary>
/// The caller ended the sending of several batches. <see cref="Created"/>, <see cref="InDoubt"/> and <see cref="NotSent"/> together are the
/// input as far as it was read, in its order.
/// </summary>
public sealed class KantataBatchCanceledException : OperationCanceledException
{
    internal KantataBatchCanceledException(
        IReadOnlyList<KantataEntity> created,
        IReadOnlyList<RequestModel> inDoubt,
        IReadOnlyList<RequestModel> notSent,
        Exception innerException,
        CancellationToken cancellationToken)
        : base($"The call was ended: {created.Count} items were created, of {inDoubt.Count} it is not known, and {notSent.Count} were not sent.", innerException, cancellationToken)
    {
        Created = created;
        InDoubt = inDoubt;
        NotSent = notSent;
    }

    /// <summary>What was created, in the order of the input.</summary>
    public IReadOnlyList<KantataEntity> Created { get; }

    /// <summary>The requests of the batch that was under way, which may have been carried out; empty where the call ended between batches.</summary>
    public IReadOnlyList<RequestModel> InDoubt { get; }

    /// <summary>The requests that were not sent. What a stream of requests had not given yet is still to come from it.</summary>
    public IReadOnlyList<RequestModel> NotSent { get; }
}
