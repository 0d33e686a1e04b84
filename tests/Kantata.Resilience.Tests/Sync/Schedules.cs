using System.Globalization;
using Kantata.Resilience.Tests.Service;
using Xunit.Abstractions;

namespace Kantata.Resilience.Tests.Sync;

/// <summary>How many schedules are tried, how large their syncs are, and what came of them.</summary>
/// <remarks>The environment can ask for more: <c>KANTATA_FAULT_SCHEDULES</c>, <c>KANTATA_FAULT_RECORDS</c> (with a tenth as many creates) and, to see one again, <c>KANTATA_FAULT_SEED</c>.</remarks>
internal sealed class Schedules(ITestOutputHelper output)
{
    private readonly SortedDictionary<Trouble, int> _survived = [];
    private int _requests;

    /// <summary>How many schedules are tried of each kind.</summary>
    public static int OfEachKind { get; } = (Setting("KANTATA_FAULT_SCHEDULES", 100) + Kinds - 1) / Kinds;

    /// <summary>How many records a sync reads.</summary>
    public static int Records { get; } = Setting("KANTATA_FAULT_RECORDS", 500);

    /// <summary>How many milestones a sync creates.</summary>
    public static int Creates { get; } = Math.Max(1, Records / 10);

    private static int FirstSeed { get; } = Setting("KANTATA_FAULT_SEED", 1);

    private static int Kinds => Enum.GetValues<ScheduleKind>().Length;

    /// <summary>Tries as many schedules of a kind as are asked for.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="tryAsync">Tries the schedule of a seed and gives the runs that it took, each checked.</param>
    public async Task TryAsync(ScheduleKind kind, Func<int, IAsyncEnumerable<SyncRun>> tryAsync)
    {
        int last = FirstSeed + OfEachKind - 1;
        for (int seed = FirstSeed; seed <= last; seed++)
        {
            await foreach (SyncRun run in tryAsync(seed).ConfigureAwait(false))
            {
                Count(run);
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}: {OfEachKind} schedules tried (seeds {FirstSeed} to {last}), {Records} records, {Creates} creates and {Creates * SyncPlan.DeletionsOfEachCreate} deletes each; {_requests} requests, {_survived.Values.Sum()} faults survived:"));
        output.WriteLine("  " + string.Join(", ", _survived.Select(trouble => string.Create(CultureInfo.InvariantCulture, $"{trouble.Key} {trouble.Value}"))));
    }

    private void Count(SyncRun run)
    {
        _requests += run.Service.Requests;
        foreach ((Trouble trouble, int count) in run.Service.Schedule.Happened)
        {
            _survived[trouble] = _survived.GetValueOrDefault(trouble) + count;
        }
    }

    private static int Setting(string name, int usual) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture) : usual;
}
