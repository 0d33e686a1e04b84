namespace Kantata.Runtime;

/// <summary>
/// A limit of the server as it is felt from here. Requests pass freely until one is refused; then none passes for a while, and after
/// that they pass with an interval, which each further refusal doubles and each answer shortens until it is gone.
/// </summary>
internal sealed class Lane(KantataRetryOptions options, ElapsedTime time)
{
    private const double Recovery = 0.8;

    // Below this the interval is no more than what requests take on their way.
    private static readonly TimeSpan _noInterval = TimeSpan.FromMilliseconds(5);

    private readonly object _gate = new();
    private volatile bool _isSlowed;
    private TimeSpan _interval;
    private TimeSpan _pausedUntil;
    private TimeSpan _nextFree;
    private TimeSpan _refusedAt = TimeSpan.MinValue;
    private int _refusals;

    public bool IsSlowed => _isSlowed;

    /// <summary>Waits until a request may pass.</summary>
    /// <returns>Null once it may; else how long it would have had to wait, because that ends after the deadline: then it has not waited.</returns>
    public ValueTask<TimeSpan?> EnterAsync(TimeSpan deadline, CancellationToken cancellationToken) =>
        _isSlowed ? WaitAsync(deadline, cancellationToken) : default;

    /// <summary>Notes that the server refused a request.</summary>
    /// <param name="sentAt">When the request was sent.</param>
    /// <param name="retryAfter">How long the server asks to be left alone.</param>
    public void Refused(TimeSpan sentAt, TimeSpan? retryAfter)
    {
        lock (_gate)
        {
            TimeSpan now = time.Now;
            TimeSpan pause = TimeSpan.Zero;

            // Requests that were under way together are refused together, which is one refusal.
            if (sentAt > _refusedAt)
            {
                _refusedAt = now;
                _refusals++;
                _interval = _interval == TimeSpan.Zero ? options.Interval : Shorter(_interval * 2, options.MaxInterval);
                pause = Pause();
            }

            _pausedUntil = Later(_pausedUntil, now + Later(pause, retryAfter ?? TimeSpan.Zero));
            _nextFree = Later(_nextFree, _pausedUntil);
            _isSlowed = true;
        }
    }

    /// <summary>Notes that the server took a request.</summary>
    /// <param name="sentAt">When the request was sent.</param>
    public void Passed(TimeSpan sentAt)
    {
        if (!_isSlowed)
        {
            return;
        }

        lock (_gate)
        {
            if (sentAt <= _refusedAt)
            {
                return;
            }

            _refusals = 0;
            _interval *= Recovery;
            if (_interval < _noInterval && time.Now >= _nextFree)
            {
                _interval = TimeSpan.Zero;
                _isSlowed = false;
            }
        }
    }

    private async ValueTask<TimeSpan?> WaitAsync(TimeSpan deadline, CancellationToken cancellationToken)
    {
        while (true)
        {
            TimeSpan wait;
            TimeSpan turn;
            lock (_gate)
            {
                TimeSpan now = time.Now;
                turn = Later(now, _nextFree);
                wait = turn - now;
                if (turn >= deadline)
                {
                    return wait;
                }

                _nextFree = turn + _interval;
            }

            if (wait > TimeSpan.Zero)
            {
                await time.WaitAsync(wait, cancellationToken).ConfigureAwait(false);
            }

            lock (_gate)
            {
                // Another may have been refused in the meantime.
                if (turn >= _pausedUntil)
                {
                    return null;
                }
            }
        }
    }

    private TimeSpan Pause()
    {
        TimeSpan full = Shorter(options.BaseDelay * Math.Pow(2, Math.Min(_refusals - 1, 30)), options.MaxDelay);
        return full * (0.5 + (options.Randomizer() / 2));
    }

    private static TimeSpan Later(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
