using Microsoft.Extensions.Time.Testing;

namespace Kantata.Runtime.Tests.Testing;

/// <summary>
/// A clock that stands still until it is told how much time passes. All that waits for that time goes on before <see cref="Pass"/>
/// returns, on the caller's thread, so that what happens when is exact.
/// </summary>
public sealed class VirtualClock : FakeTimeProvider
{
    private static readonly DateTimeOffset _start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public VirtualClock()
        : base(_start)
    {
    }

    /// <summary>How much time has passed.</summary>
    public TimeSpan Elapsed => GetUtcNow() - _start;

    /// <summary>Runs an action and all that it lets go on.</summary>
    public static void Run(Action action)
    {
        // Without a context of the test runner's, what waited goes on at once and not on another thread.
        SynchronizationContext? context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            action();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    public void Pass(TimeSpan time) => Run(() => Advance(time));

    /// <summary>Lets time pass in small steps until something is done.</summary>
    /// <returns>How long it took, to the step.</returns>
    public TimeSpan PassUntil(Task done, TimeSpan? step = null)
    {
        TimeSpan start = Elapsed;
        while (!done.IsCompleted)
        {
            Assert.True(Elapsed - start < TimeSpan.FromHours(6), "It is not done after six hours.");
            Pass(step ?? TimeSpan.FromMilliseconds(10));
        }

        return Elapsed - start;
    }
}
