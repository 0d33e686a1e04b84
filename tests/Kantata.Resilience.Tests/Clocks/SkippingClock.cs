using Microsoft.Extensions.Time.Testing;

namespace Kantata.Resilience.Tests.Clocks;

/// <summary>
/// A clock that stands still until it is told to pass to the next moment that somebody waits for. It knows every timer, so that
/// one which was left behind is seen.
/// </summary>
internal sealed class SkippingClock : FakeTimeProvider
{
    private readonly object _gate = new();
    private readonly HashSet<Alarm> _waiting = [];
    private readonly DateTimeOffset _start;

    public SkippingClock()
        : base(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)) => _start = GetUtcNow();

    public TimeSpan Elapsed => GetUtcNow() - _start;

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

    /// <summary>Lets time pass until the next timer is due, and all that waited for it go on.</summary>
    /// <returns>Whether there was a timer.</returns>
    public bool TryPassToNext()
    {
        DateTimeOffset due;
        lock (_gate)
        {
            if (_waiting.Count == 0)
            {
                return false;
            }

            due = _waiting.Min(alarm => alarm.Due);
        }

        TimeSpan wait = due - GetUtcNow();
        Advance(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
        return true;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Alarm alarm = new(this, callback, state);
        alarm.Begin(base.CreateTimer(static alarm => ((Alarm)alarm!).Fire(), alarm, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        alarm.Change(dueTime, period);
        return alarm;
    }

    private void Set(Alarm alarm, TimeSpan dueTime)
    {
        lock (_gate)
        {
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                _waiting.Remove(alarm);
                return;
            }

            alarm.Due = GetUtcNow() + dueTime;
            _waiting.Add(alarm);
        }
    }

    private sealed class Alarm(SkippingClock clock, TimerCallback callback, object? state) : ITimer
    {
        private ITimer? _timer;

        public DateTimeOffset Due { get; set; }

        public void Begin(ITimer timer) => _timer = timer;

        public void Fire()
        {
            clock.Set(this, Timeout.InfiniteTimeSpan);
            callback(state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set(this, dueTime);
            return _timer!.Change(dueTime, period);
        }

        public void Dispose()
        {
            clock.Set(this, Timeout.InfiniteTimeSpan);
            _timer!.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
