namespace Kantata.Resilience.Tests.Clocks;

/// <summary>Waits on a clock.</summary>
internal static class Waits
{
    /// <summary>
    /// Waits, and goes on at once on the thread that ended the wait, also where it is cancelled. What <see cref="Task.Delay(TimeSpan, TimeProvider, CancellationToken)"/>
    /// cancels goes on on another thread, and the clock could pass it by.
    /// </summary>
    public static async Task WaitAsync(this TimeProvider clock, TimeSpan time, CancellationToken cancellationToken)
    {
        TaskCompletionSource over = new();
        using ITimer timer = clock.CreateTimer(static over => ((TaskCompletionSource)over!).TrySetResult(), over, time, Timeout.InfiniteTimeSpan);
        using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister((over, token) => ((TaskCompletionSource)over!).TrySetCanceled(token), over);
        await over.Task.ConfigureAwait(false);
    }
}
