using System.Net;
using Kantata.Emulator.Misbehaviour;

namespace Kantata.Emulator;

/// <summary>
/// What goes wrong with one request. Faults do not change and are compared by their values; one can be scheduled many times and in
/// many emulators.
/// </summary>
/// <remarks>Whatever takes time takes it on <see cref="KantataEmulatorOptions.TimeProvider"/>, so that a test's clock can drive it.</remarks>
public abstract record Fault
{
    private protected Fault()
    {
    }

    /// <summary>The request is refused with 429, which does not say when to come back. It is not carried out.</summary>
    public static Fault TooManyRequests() => new RefusalFault(null);

    /// <summary>The request is refused with 429 and <c>Retry-After</c> in seconds. It is not carried out.</summary>
    /// <param name="retryAfter">When to come back; whole seconds are sent, rounded up.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="retryAfter"/> is negative.</exception>
    public static Fault TooManyRequests(TimeSpan retryAfter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(retryAfter, TimeSpan.Zero);
        return new RefusalFault(RetryAfterText.Of(retryAfter));
    }

    /// <summary>The request is refused with 429 and <c>Retry-After</c> as a date. It is not carried out.</summary>
    /// <param name="retryAt">When to come back; whole seconds are sent.</param>
    public static Fault TooManyRequests(DateTimeOffset retryAt) => new RefusalFault(RetryAfterText.Of(retryAt));

    /// <summary>A proxy before the API answers in HTML that the API is not to be had.</summary>
    /// <param name="status">The status, 500 to 599.</param>
    /// <param name="carriedOut">Whether the API carries the request out nevertheless.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is out of range.</exception>
    public static Fault Unavailable(HttpStatusCode status = HttpStatusCode.ServiceUnavailable, bool carriedOut = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan((int)status, 500, nameof(status));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)status, 599, nameof(status));
        return new UnavailableFault(status, carriedOut);
    }

    /// <summary>The answer is late.</summary>
    /// <param name="time">How much time passes.</param>
    /// <param name="carriedOut">Whether it passes after the request was carried out; else before.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is not positive.</exception>
    public static Fault Latency(TimeSpan time, bool carriedOut = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero);
        return new LatencyFault(time, carriedOut);
    }

    /// <summary>The connection is reset in place of an answer.</summary>
    /// <param name="carriedOut">Whether the API carries the request out before.</param>
    public static Fault Reset(bool carriedOut = false) => new ResetFault(carriedOut);

    /// <summary>The request is carried out, and its answer ends before it is complete: the connection closes after a part of the body.</summary>
    /// <param name="share">How much of the body is sent, from 0 (none) to less than 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is out of range.</exception>
    public static Fault CutOff(double share = 0.5)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(share, 1);
        return new CutOffFault(share);
    }

    /// <summary>The request is carried out and answered with what is no JSON: the first half of the body, sent as if it were the whole.</summary>
    public static Fault MalformedJson() => new MalformedFault();

    /// <summary>The request is carried out and its answer comes in pieces.</summary>
    /// <param name="pause">How much time passes before each piece.</param>
    /// <param name="pieces">How many pieces there are at most, from 1; a body of fewer bytes has fewer.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pause"/> or <paramref name="pieces"/> is not positive.</exception>
    public static Fault SlowBody(TimeSpan pause, int pieces = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(pause, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(pieces, 1);
        return new SlowBodyFault(pause, pieces);
    }

    /// <summary>The request is carried out and answered with 200 and nothing else.</summary>
    public static Fault Empty() => new EmptyFault();

    /// <summary>Something happens before the request is carried out as usual, such as records that are added or removed between two pages.</summary>
    /// <param name="happening">What happens; its token ends with the request. The request waits for it. Where it fails, the answer is a bare 500.</param>
    public static Fault Change(Func<CancellationToken, Task> happening)
    {
        ArgumentNullException.ThrowIfNull(happening);
        return new ChangeFault(happening);
    }

    /// <summary>The fault in words, for the messages of assertions: <c>connection reset after the request was carried out</c>.</summary>
    public sealed override string ToString() => Describe();

    private protected abstract string Describe();

    /// <summary>Lets it happen to a request.</summary>
    internal abstract Task HappenAsync(FaultyExchange exchange);
}
