using System.Globalization;
using System.Text.Json;
using Kantata.Emulator;
using Kantata.Resilience.Tests.Clocks;
using Kantata.Resilience.Tests.Sync;
using Xunit.Abstractions;

namespace Kantata.Resilience.Tests;

/// <summary>Syncs over real connections, which the emulator breaks as the schedule says.</summary>
public sealed class EmulatorTests(ITestOutputHelper output)
{
    private const int Records = 400;
    private const int Creates = 60;

    private static readonly Fault[] _faults =
    [
        Fault.TooManyRequests(),
        Fault.TooManyRequests(TimeSpan.FromSeconds(30)),
        Fault.TooManyRequests(new DateTimeOffset(2026, 1, 1, 1, 0, 0, TimeSpan.Zero)),
        Fault.Unavailable(System.Net.HttpStatusCode.BadGateway),
        Fault.Unavailable(),
        Fault.Unavailable(System.Net.HttpStatusCode.GatewayTimeout, carriedOut: true),
        Fault.Latency(TimeSpan.FromSeconds(20)),
        Fault.Latency(TimeSpan.FromSeconds(20), carriedOut: true),
        Fault.Reset(),
        Fault.Reset(carriedOut: true),
        Fault.CutOff(),
        Fault.CutOff(0),
        Fault.SlowBody(TimeSpan.FromSeconds(5), pieces: 4),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task A_sync_over_real_connections_reads_everything_and_creates_nothing_twice(int seed)
    {
        HurriedClock clock = new();
        await using KantataEmulator server = await KantataEmulator.StartAsync(new KantataEmulatorOptions { SeedJson = Seed(), TimeProvider = clock });
        using KantataClient kantata = ClientOf(server, clock);
        NightlySync sync = new(kantata, SyncPlan.Draw(seed, Records, Creates, guardsAgainstRemovals: false));

        server.Faults.AddRandom(seed, 0.4, _faults);
        await sync.RunAsync(CancellationToken.None);
        IReadOnlyList<FaultyRequest> happened = server.Faults.Happened;
        server.Faults.Clear();

        Assert.True(sync.ReadFailure is null, $"{sync.ReadFailure}\n{string.Join('\n', happened)}");
        Assert.Equal(Enumerable.Range(1, Records), sync.Read);
        ILookup<string?, BillingMilestone> created = (await kantata.BillingMilestones.List().ToListAsync()).ToLookup(milestone => milestone.Title);
        ILookup<string, ReceivedRequest> sent = SentTitles(server).ToLookup(sent => sent.Title, sent => sent.Request);
        foreach (string title in Enumerable.Range(0, Creates).Select(TitleOf))
        {
            CheckWrite(title, sync.Told, [.. created[title].Select(milestone => milestone.Id.ToString())], [.. sent[title]]);
        }

        output.WriteLine($"Seed {seed}: {server.Requests.Count} requests, {happened.Count} faults survived.");
    }

    [Fact]
    public async Task A_delete_that_is_reset_on_a_connection_that_was_used_before_is_sent_once()
    {
        await using KantataEmulator server = await KantataEmulator.StartAsync(new KantataEmulatorOptions { SeedJson = """{ "billing_milestones": { "1": {} } }""" });
        using KantataClient kantata = ClientOf(server, TimeProvider.System);
        await kantata.BillingMilestones.GetAsync(1);
        server.Faults.Add(Fault.Reset(carriedOut: true), method: "DELETE");

        KantataConnectionException e = await Assert.ThrowsAsync<KantataConnectionException>(() => kantata.BillingMilestones.DeleteAsync(1));

        Assert.Equal(WriteOutcome.Unknown, e.WriteOutcome);
        await Assert.ThrowsAsync<KantataNotFoundException>(() => kantata.BillingMilestones.GetAsync(1));

        // A request that was reset is written down when it has ended there, which may be later than here.
        await server.DisposeAsync();
        Assert.Single(server.Requests, request => request.Method == "DELETE");
    }

    [Fact]
    public async Task A_call_that_is_cancelled_while_the_server_is_silent_ends_though_no_time_passes()
    {
        SkippingClock clock = new();
        await using KantataEmulator server = await KantataEmulator.StartAsync(new KantataEmulatorOptions { TimeProvider = clock });
        using KantataClient kantata = ClientOf(server, clock);
        using CancellationTokenSource stop = new();
        TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Faults.Add(Fault.Change(async aborted =>
        {
            arrived.SetResult();
            await clock.WaitAsync(TimeSpan.FromHours(1), aborted);
        }));

        Task<int> counting = kantata.TimeEntries.List().CountAsync(stop.Token);
        await arrived.Task;
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => counting);
        Assert.Equal(TimeSpan.Zero, clock.Elapsed);
    }

    private static void CheckWrite(string title, ToldBook told, string[] created, ReceivedRequest[] sent)
    {
        Fate fate = told.FateOf(title);
        Assert.True(fate switch
        {
            Fate.Created => created.Length == 1 && created[0] == told.IdOf(title).ToString(CultureInfo.InvariantCulture),
            Fate.CarriedOut => created.Length == 1,
            Fate.InDoubt => created.Length <= 1,
            Fate.NotCarriedOut => created.Length == 0,
            _ => false,
        }, $"{title} was told to be {fate} and was created {created.Length} times.");

        // Only what was refused may have come more than once.
        Assert.InRange(sent.Count(request => request.Status != 429), 0, 1);
    }

    private static IEnumerable<(string Title, ReceivedRequest Request)> SentTitles(KantataEmulator server)
    {
        foreach (ReceivedRequest request in server.Requests.Where(request => request.Method == "POST"))
        {
            using JsonDocument body = JsonDocument.Parse(request.Body);
            IEnumerable<JsonElement> milestones = body.RootElement.TryGetProperty("billing_milestones", out JsonElement many)
                ? many.EnumerateArray()
                : [body.RootElement.GetProperty("billing_milestone")];
            foreach (JsonElement milestone in milestones)
            {
                yield return (milestone.GetProperty("title").GetString()!, request);
            }
        }
    }

    private static KantataClient ClientOf(KantataEmulator server, TimeProvider clock) => new(new KantataClientOptions
    {
        AccessToken = server.AccessToken,
        BaseAddress = server.BaseAddress,
        TimeProvider = clock,

        // On a hurried clock every time limit would be over at once.
        Timeout = Timeout.InfiniteTimeSpan,
        Retry = { TotalTime = Timeout.InfiniteTimeSpan, MaxAttempts = 100 },
    });

    private static string TitleOf(int number) => string.Create(CultureInfo.InvariantCulture, $"Milestone {number}");

    private static string Seed()
    {
        IEnumerable<string> entries = Enumerable.Range(1, Records).Select(id =>
            string.Create(CultureInfo.InvariantCulture, $$"""{ "id": {{id}}, "created_at": "2026-01-01T{{id / 60:00}}:{{id % 60:00}}:00Z" }"""));
        return $$"""{ "workspaces": { "10": {} }, "time_entries": [ {{string.Join(", ", entries)}} ] }""";
    }
}
