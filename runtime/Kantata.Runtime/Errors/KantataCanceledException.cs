namespace Kantata;

/// <summary>The caller ended a call while its request was under way. A read that is ended is any <see cref="OperationCanceledException"/>; of a write this tells what became of it.</summary>
public sealed class KantataCanceledException : OperationCanceledException
{
    internal KantataCanceledException(string message, WriteOutcome outcome, Exception innerException, CancellationToken cancellationToken)
        : base(message, innerException, cancellationToken) => WriteOutcome = outcome;

    /// <summary>What became of the write.</summary>
    public WriteOutcome WriteOutcome { get; }

    /// <summary>Whether the server carried the write out or may have: sending it again may do it twice.</summary>
    public bool MayHaveBeenCarriedOut => WriteOutcome is WriteOutcome.Unknown or WriteOutcome.CarriedOut;
}
