using System.Net;

namespace Kantata.Runtime;

/// <summary>One call on its way, with what its tries share.</summary>
/// <param name="call">What is sent.</param>
/// <param name="deadline">When its time is over.</param>
internal sealed class Sending(ApiCall call, TimeSpan deadline)
{
    public ApiCall Call { get; } = call;

    public TimeSpan Deadline { get; } = deadline;

    /// <summary>How often it was sent.</summary>
    public int Tries { get; set; }

    /// <summary>The status of the last answer; null where none came to the last try.</summary>
    public HttpStatusCode? Status { get; set; }

    /// <summary>The request id of the last answer.</summary>
    public string? RequestId { get; set; }

    /// <summary>What became of the write by the last answer; null where none came to the last try.</summary>
    public WriteOutcome? Outcome { get; set; }

    /// <summary>When the last try was sent; null before the first.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>The id of the activity that the last try belongs to; null where there was none.</summary>
    public string? ActivityId { get; set; }

    /// <summary>Why the last try failed; null before the first.</summary>
    public KantataException? Failure { get; set; }

    /// <summary>Whether its time is used up: whatever the failure is, there is no further try.</summary>
    public bool IsOver { get; set; }
}
