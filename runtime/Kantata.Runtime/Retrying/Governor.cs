using System.Collections.Concurrent;
using System.Net;

namespace Kantata.Runtime;

/// <summary>
/// Paces the requests of a client. It sees every answer: a 429 slows all requests, and one to an operation that has a limit of its own
/// slows those of that limit only.
/// </summary>
internal sealed class Governor(KantataRetryOptions options, ElapsedTime time)
{
    private readonly Lane _all = new(options, time);
    private readonly ConcurrentDictionary<string, Lane> _groups = new(StringComparer.Ordinal);

    /// <summary>Whether a request may be sent at once.</summary>
    public bool IsOpen(string? group) => !_all.IsSlowed && (group is null || !LaneOf(group).IsSlowed);

    /// <summary>Waits until a request may be sent.</summary>
    /// <returns>Null once it may; else how long it would have to wait, which is longer than the deadline allows.</returns>
    public ValueTask<TimeSpan?> EnterAsync(string? group, TimeSpan deadline, CancellationToken cancellationToken) =>
        group is null ? _all.EnterAsync(deadline, cancellationToken) : EnterBothAsync(LaneOf(group), deadline, cancellationToken);

    /// <summary>Sees an answer.</summary>
    /// <param name="group">The limit that the operation has for itself.</param>
    /// <param name="sentAt">When the request was sent.</param>
    /// <param name="status">The status of the answer.</param>
    /// <param name="retryAfter">How long the server asks to be left alone.</param>
    public void Answered(string? group, TimeSpan sentAt, HttpStatusCode status, TimeSpan? retryAfter)
    {
        Lane lane = group is null ? _all : LaneOf(group);
        if (status is HttpStatusCode.TooManyRequests)
        {
            lane.Refused(sentAt, retryAfter);
        }
        else if (status < HttpStatusCode.InternalServerError)
        {
            lane.Passed(sentAt);
        }
    }

    private async ValueTask<TimeSpan?> EnterBothAsync(Lane lane, TimeSpan deadline, CancellationToken cancellationToken) =>
        await lane.EnterAsync(deadline, cancellationToken).ConfigureAwait(false)
        ?? await _all.EnterAsync(deadline, cancellationToken).ConfigureAwait(false);

    private Lane LaneOf(string group) => _groups.GetOrAdd(group, static (_, governor) => new Lane(governor.options, governor.time), (options, time));
}
