namespace Kantata.Runtime.Tests.Testing;

/// <summary>A clock whose timers fire only when it is told.</summary>
public sealed class ManualClock : TimeProvider
{
    private readonly List<ManualTimer> _timers = [];

    public IReadOnlyList<TimeSpan> Waiting => _timers.Where(timer => !timer.IsOver).Select(timer => timer.DueTime).ToList();

    public void Advance(TimeSpan time)
    {
        foreach (ManualTimer timer in _timers.Where(timer => !timer.IsOver && timer.DueTime <= time).ToList())
        {
            timer.Fire();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ManualTimer timer = new(callback, state, dueTime);
        _timers.Add(timer);
        return timer;
    }

    private sealed class ManualTimer(TimerCallback callback, object? state, TimeSpan dueTime) : ITimer
    {
        public TimeSpan DueTime { get; private set; } = dueTime;

        public bool IsOver { get; private set; }

        public void Fire()
        {
            IsOver = true;
            callback(state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            DueTime = dueTime;
            IsOver = dueTime == Timeout.InfiniteTimeSpan;
            return true;
        }

        public void Dispose() => IsOver = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
