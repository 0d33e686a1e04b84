namespace Kantata.Runtime;

/// <summary>The time since a client was made: what deadlines and turns are told in, so that a clock set back or forth moves none of them.</summary>
internal sealed class ElapsedTime(TimeProvider clock)
{
    private readonly long _origin = clock.GetTimestamp();

    public TimeSpan Now => clock.GetElapsedTime(_origin);

    public Task WaitAsync(TimeSpan time, CancellationToken cancellationToken) => Task.Delay(time, clock, cancellationToken);
}
