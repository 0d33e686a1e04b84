using Kantata.Runtime;

namespace Kantata;

/// <summary>The base of what goes wrong between this client and the API. Misuse of the client is an <see cref="ArgumentException"/> or <see cref="InvalidOperationException"/> instead.</summary>
public class KantataException : Exception
{
    private string? _method;
    private string? _path;
    private string? _requestId;
    private WriteOutcome _writeOutcome;
    private DateTimeOffset? _sentAt;
    private string? _activityId;

    /// <summary>Makes an exception.</summary>
    public KantataException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>What went wrong and, of a write, whether it was or may have been carried out.</summary>
    public override string Message => TellsOutcome
        ? base.Message + OutcomeText.Of(_writeOutcome, _method, _path, _requestId, _sentAt, _activityId)
        : base.Message;

    /// <summary>The HTTP method of the request.</summary>
    public string? Method
    {
        get => _method;
        init => _method = value;
    }

    /// <summary>The path of the request, from the base address on and without its query.</summary>
    public string? Path
    {
        get => _path;
        init => _path = value;
    }

    /// <summary>The <c>X-Request-Id</c> of the response, which Kantata's support asks for; null where no response came or it carried none.</summary>
    public string? RequestId
    {
        get => _requestId;
        init => _requestId = value;
    }

    /// <summary>What became of the write; <see cref="WriteOutcome.NoWrite"/> where the request is none.</summary>
    public WriteOutcome WriteOutcome
    {
        get => _writeOutcome;
        init => _writeOutcome = value;
    }

    /// <summary>Whether the request was a write that the server carried out or may have: sending it again may do it twice.</summary>
    public bool MayHaveBeenCarriedOut => _writeOutcome is WriteOutcome.Unknown or WriteOutcome.CarriedOut;

    /// <summary>When the last try was sent, in UTC; null where nothing was sent.</summary>
    public DateTimeOffset? SentAt
    {
        get => _sentAt;
        init => _sentAt = value;
    }

    /// <summary>The id of the activity that the last try belongs to, by which traces and the server's <c>traceparent</c> find it; null where there was none.</summary>
    public string? ActivityId
    {
        get => _activityId;
        init => _activityId = value;
    }

    /// <summary>Whether the message itself says what became of a write; not where it repeats the message of another exception.</summary>
    private protected virtual bool TellsOutcome => true;

    internal void Name(ApiCall call, string? requestId)
    {
        _method = call.Method.Method;
        _path = call.PathWithoutQuery;
        _requestId = requestId;
    }

    internal void Settle(WriteOutcome outcome, DateTimeOffset? sentAt, string? activityId)
    {
        _writeOutcome = outcome;
        _sentAt = sentAt;
        _activityId = activityId;
    }
}
