using Kantata.Resilience.Tests.Service;
using Kantata.Resilience.Tests.Sync;
using Xunit.Abstractions;

namespace Kantata.Resilience.Tests;

/// <summary>Syncs through schedules of faults that are drawn from seeds.</summary>
public sealed class SyncTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(ScheduleKind.Passing)]
    [InlineData(ScheduleKind.Lasting)]
    [InlineData(ScheduleKind.Growing)]
    [InlineData(ScheduleKind.Changing)]
    [InlineData(ScheduleKind.Guarded)]
    public Task A_sync_finishes_the_job_or_says_what_was_done_and_what_was_not(ScheduleKind kind) => Task.Run(() => new Schedules(output).TryAsync(kind, seed => FinishAsync(kind, seed)));

    [Theory]
    [InlineData(ScheduleKind.Passing)]
    [InlineData(ScheduleKind.Lasting)]
    [InlineData(ScheduleKind.Growing)]
    [InlineData(ScheduleKind.Changing)]
    [InlineData(ScheduleKind.Guarded)]
    public Task A_sync_that_is_cancelled_at_any_point_ends_while_the_clock_stands_still(ScheduleKind kind) => Task.Run(() => new Schedules(output).TryAsync(kind, seed => CancelAsync(kind, seed)));

    [Theory]
    [InlineData(ScheduleKind.Passing)]
    [InlineData(ScheduleKind.Lasting)]
    [InlineData(ScheduleKind.Growing)]
    [InlineData(ScheduleKind.Changing)]
    [InlineData(ScheduleKind.Guarded)]
    public Task A_reader_that_breaks_out_leaves_nothing_running(ScheduleKind kind) => Task.Run(() => new Schedules(output).TryAsync(kind, seed => BreakOutAsync(kind, seed)));

    private static async IAsyncEnumerable<SyncRun> FinishAsync(ScheduleKind kind, int seed)
    {
        using SyncRun run = new(kind, seed, Schedules.Records, Schedules.Creates);
        await run.RunAsync().ConfigureAwait(false);
        yield return run;
    }

    private static async IAsyncEnumerable<SyncRun> CancelAsync(ScheduleKind kind, int seed)
    {
        // How many points there are tells a run to the end.
        using SyncRun whole = new(kind, seed, Schedules.Records, Schedules.Creates);
        await whole.RunAsync().ConfigureAwait(false);
        Random random = new(seed);

        using SyncRun atRequest = new(kind, seed, Schedules.Records, Schedules.Creates);
        await atRequest.RunAsync(cancelAtRequest: random.Next(whole.Service.Requests)).ConfigureAwait(false);
        yield return atRequest;

        using SyncRun atStep = new(kind, seed, Schedules.Records, Schedules.Creates);
        await atStep.RunAsync(cancelAtStep: random.Next(whole.Steps)).ConfigureAwait(false);
        yield return atStep;
    }

    private static async IAsyncEnumerable<SyncRun> BreakOutAsync(ScheduleKind kind, int seed)
    {
        using SyncRun run = new(kind, seed, Schedules.Records, creates: 0, breakAfter: 1 + new Random(seed).Next(Schedules.Records));
        await run.RunAsync().ConfigureAwait(false);
        yield return run;
    }
}
