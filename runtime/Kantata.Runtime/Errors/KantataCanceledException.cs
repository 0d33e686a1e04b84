using Kantata.Runtime;

namespace Kantata;

/// <summary>The caller ended a call while its request was under way. A read that is ended is any <see cref="OperationCanceledException"/>; of a write this tells what became of it.</summary>
public sealed class KantataCanceledException : OperationCanceledException
{
    internal KantataCanceledException(Sending sending, WriteOutcome outcome, Exception innerException, CancellationToken cancellationToken)
        : base(MessageOf(sending, outcome), innerException, cancellationToken)
    {
        WriteOutcome = outcome;
        Method = sending.Call.Method.Method;
        Path = sending.Call.PathWithoutQuery;
        RequestId = sending.RequestId;
        SentAt = sending.SentAt;
        ActivityId = sending.ActivityId;
    }

    /// <summary>What became of the write.</summary>
    public WriteOutcome WriteOutcome { get; }

    /// <summary>Whether the server carried the write out or may have: sending it again may do it twice.</summary>
    public bool MayHaveBeenCarriedOut => WriteOutcome is WriteOutcome.Unknown or WriteOutcome.CarriedOut;

    /// <summary>The HTTP method of the request.</summary>
    public string Method { get; }

    /// <summary>The path of the request, from the base address on and without its query.</summary>
    public string Path { get; }

    /// <summary>The <c>X-Request-Id</c> of the response; null where none had come or it carried none.</summary>
    public string? RequestId { get; }

    /// <summary>When the request was sent, in UTC.</summary>
    public DateTimeOffset? SentAt { get; }

    /// <summary>The id of the activity that the request belongs to; null where there was none.</summary>
    public string? ActivityId { get; }

    private static string MessageOf(Sending sending, WriteOutcome outcome)
    {
        ApiCall call = sending.Call;
        return $"{call} was ended by its caller while it was under way.{ResponseHeaders.Suffix(sending.RequestId)}"
            + OutcomeText.Of(outcome, call.Method.Method, call.PathWithoutQuery, sending.RequestId, sending.SentAt, sending.ActivityId);
    }
}
