namespace Kantata;

/// <summary>
/// How a client goes on where the service fails for a while. What only reads is sent again after 429, 502, 503 and 504, a broken
/// connection or a timeout; a write only where the server surely did not carry it out, which is after 429 and where it never left.
/// After a 429 the whole client slows down, not only the request that was refused.
/// </summary>
public sealed class KantataRetryOptions
{
    private static readonly TimeSpan _longestWait = TimeSpan.FromDays(1);
    private static readonly TimeSpan _longestTotal = TimeSpan.FromDays(49);

    /// <summary>Whether anything is sent again and requests are slowed at all. The default is true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How often a request is sent at most, the first time counted. The default is 8, from 1 to 100.</summary>
    public int MaxAttempts { get; set; } = 8;

    /// <summary>
    /// How long a request may take with all its tries and the waits between them. No try goes on beyond it, and no wait is begun that would
    /// end after it. The default is 15 minutes; <see cref="Timeout.InfiniteTimeSpan"/> is no limit. A job of many pages or batches has it for each.
    /// </summary>
    public TimeSpan TotalTime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>About how long the first wait is, where the server does not say (<c>Retry-After</c>). Each further one is twice as long. The default is 1 second.</summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a wait is at most, where the server does not say. The default is 1 minute.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How far apart requests leave after a 429. Each further 429 doubles it; answers shorten it again, until it is gone. The default is 100 milliseconds.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How far apart requests leave at most. The default is 5 seconds.</summary>
    public TimeSpan MaxInterval { get; set; } = TimeSpan.FromSeconds(5);

    // Waits are spread, so that clients which were refused together do not come back together.
    internal Func<double> Randomizer { get; set; } = Random.Shared.NextDouble;

    internal KantataRetryOptions Snapshot()
    {
        if (MaxAttempts is < 1 or > 100)
        {
            throw new ArgumentException("A request is tried from 1 to 100 times.", nameof(MaxAttempts));
        }

        if (TotalTime != Timeout.InfiniteTimeSpan && (TotalTime <= TimeSpan.Zero || TotalTime > _longestTotal))
        {
            throw new ArgumentException("The total time is not positive, or longer than the 49 days that timers can wait.", nameof(TotalTime));
        }

        CheckWait(BaseDelay, nameof(BaseDelay));
        CheckWait(MaxDelay, nameof(MaxDelay));
        CheckWait(Interval, nameof(Interval));
        CheckWait(MaxInterval, nameof(MaxInterval));
        return (KantataRetryOptions)MemberwiseClone();
    }

    private static void CheckWait(TimeSpan wait, string name)
    {
        if (wait <= TimeSpan.Zero || wait > _longestWait)
        {
            throw new ArgumentException("The wait is not positive, or longer than a day.", name);
        }
    }
}
