namespace Kantata.Resilience.Tests.Clocks;

/// <summary>
/// A clock that stands still until it is told to pass to the next moment that somebody waits for. It knows every timer, so that
/// one which was left behind is seen.
/// </summary>
internal sealed class SkippingClock : TimeProvider
{
    private static readonly DateTimeOffset _start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly object _gate = new();
    private readonly PriorityQueue<Alarm, (TimeSpan Due, long Order)> _queue = new();
    private readonly HashSet<Alarm> _waiting = [];
    private TimeSpan _now;
    private long _order;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public TimeSpan Elapsed
    {
        get
        {
            lock (_gate)
            {
                return _now;
            }
        }
    }

    /// <summary>How many timers are set.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count;
            }
        }
    }

    public override DateTimeOffset GetUtcNow() => _start + Elapsed;

    public override long GetTimestamp() => Elapsed.Ticks;

    /// <summary>Lets time pass until the next timer is due, and what waited for it go on.</summary>
    /// <returns>Whether there was a timer.</returns>
    public bool TryPassToNext()
    {
        Alarm next;
        lock (_gate)
        {
            (TimeSpan Due, long Order) place;
            do
            {
                if (!_queue.TryDequeue(out next!, out place))
                {
                    return false;
                }
            }
            while (next.Order != place.Order || !_waiting.Remove(next));
            _now = place.Due;
        }

        next.Fire();
        return true;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Alarm alarm = new(this, callback, state);
        alarm.Change(dueTime, period);
        return alarm;
    }

    private void Set(Alarm alarm, TimeSpan dueTime)
    {
        lock (_gate)
        {
            // What is in the queue of an earlier setting has another order and is passed over.
            alarm.Order = ++_order;
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                _waiting.Remove(alarm);
                return;
            }

            _waiting.Add(alarm);
            _queue.Enqueue(alarm, (_now + dueTime, alarm.Order));
        }
    }

    private sealed class Alarm(SkippingClock clock, TimerCallback callback, object? state) : ITimer
    {
        public long Order { get; set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set(this, dueTime);
            return true;
        }

        public void Dispose() => clock.Set(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
