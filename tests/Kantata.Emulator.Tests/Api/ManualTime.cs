namespace Kantata.Emulator.Tests.Api;

/// <summary>A clock that stands still.</summary>
internal sealed class ManualTime(DateTimeOffset now) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.CreateCustomTimeZone("here", now.Offset, "here", "here");

    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
}
