namespace Kantata.Resilience.Tests.Clocks;

/// <summary>A clock on which whatever is waited for is there at once: each wait moves the time on. For what runs over real connections.</summary>
internal sealed class HurriedClock : TimeProvider
{
    private long _ticks = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(GetTimestamp(), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new PassedTimer(this, callback, state, dueTime);

    private sealed class PassedTimer : ITimer
    {
        private readonly HurriedClock _clock;
        private readonly TimerCallback _callback;
        private readonly object? _state;
        private volatile bool _isOver;

        public PassedTimer(HurriedClock clock, TimerCallback callback, object? state, TimeSpan dueTime)
        {
            _clock = clock;
            _callback = callback;
            _state = state;
            Change(dueTime, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                Interlocked.Add(ref _clock._ticks, dueTime.Ticks);
                ThreadPool.UnsafeQueueUserWorkItem(static timer => timer.Fire(), this, preferLocal: false);
            }

            return true;
        }

        public void Dispose() => _isOver = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Fire()
        {
            if (!_isOver)
            {
                _callback(_state);
            }
        }
    }
}
