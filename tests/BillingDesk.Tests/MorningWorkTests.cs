using System.Text.RegularExpressions;
using BillingDesk.Morning;
using BillingDesk.Output;
using Kantata;
using Kantata.Emulator;
using Snapshooter.Xunit;
using Xunit;

namespace BillingDesk.Tests;

public sealed partial class MorningWorkTests
{
    [Fact]
    public async Task The_morning_at_the_emulator_prints_the_same_plain_lines_on_any_day()
    {
        using StringWriter written = new() { NewLine = "\n" };
        await using (Desk desk = await Desk.OpenAsync(accessToken: null, CancellationToken.None))
        {
            await MorningWork.DoAsync(desk, new PlainOutput(written), CancellationToken.None);
        }

        Snapshot.Match(RequestId().Replace(written.ToString(), "<request id>"));
    }

    [Fact]
    public async Task At_the_real_api_nothing_but_reading_is_done()
    {
        await using KantataEmulator server = await KantataEmulator.StartAsync(Desk.SeedFile);
        using StringWriter written = new();
        KantataClientOptions options = new() { AccessToken = server.AccessToken, BaseAddress = server.BaseAddress };
        await using (Desk desk = Desk.OpenRealApi(options, new FixedClock(new DateTimeOffset(2026, 9, 28, 9, 0, 0, TimeSpan.Zero))))
        {
            await MorningWork.DoAsync(desk, new PlainOutput(written), CancellationToken.None);
        }

        Assert.NotEmpty(server.Requests);
        Assert.All(server.Requests, request => Assert.Equal(("GET", 200), (request.Method, request.Status)));
        Assert.StartsWith("KANTATA_TOKEN is set: this is the real API, and it is only read.", written.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_the_server_does_not_know_ends_the_morning_with_a_typed_error()
    {
        await using KantataEmulator server = await KantataEmulator.StartAsync(Desk.SeedFile);
        using StringWriter written = new();
        await using Desk desk = Desk.OpenRealApi(new KantataClientOptions { AccessToken = "wrong", BaseAddress = server.BaseAddress }, TimeProvider.System);

        KantataAuthenticationException fault = await Assert.ThrowsAsync<KantataAuthenticationException>(
            () => MorningWork.DoAsync(desk, new PlainOutput(written), CancellationToken.None));

        Assert.StartsWith("GET /billing_milestones was answered 401", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", fault.Message, StringComparison.Ordinal);
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex RequestId();

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => now;
    }
}
