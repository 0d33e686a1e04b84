using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Kantata.Resilience.Tests.Clocks;
using Kantata.Resilience.Tests.Service;
using Xunit.Sdk;

namespace Kantata.Resilience.Tests.Sync;

/// <summary>One sync through one schedule of faults, and what must hold of it.</summary>
internal sealed class SyncRun : IDisposable
{
    private const int LogLines = 200;

    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly SkippingClock _clock = new();
    private readonly KantataClient _client;
    private readonly ScheduleKind _kind;
    private readonly int _records;

    public SyncRun(ScheduleKind kind, int seed, int records, int creates, int? breakAfter = null)
    {
        _kind = kind;
        _records = records;
        Plan = SyncPlan.Draw(seed, records, creates, guardsAgainstRemovals: kind == ScheduleKind.Guarded);
        Service = new FaultyService(new TroubleSchedule(kind, seed, _clock), _clock, records);
        _client = new KantataClient(Options(kind, seed), new HttpClient(Service));
        Sync = new NightlySync(_client, Plan) { BreakAfter = breakAfter, Deletes = true };
        Service.PagesGiven = () => Sync.PagesGiven;
    }

    public SyncPlan Plan { get; }

    public FaultyService Service { get; }

    public NightlySync Sync { get; }

    /// <summary>How often the clock went on.</summary>
    public int Steps { get; private set; }

    private bool IsCanceled => _stop.IsCancellationRequested;

    private bool ReadToTheEnd => !IsCanceled && Sync.ReadFailure is null && Sync.BreakAfter is null;

    /// <summary>Runs it and checks all that is promised.</summary>
    /// <param name="cancelAtRequest">The number of the request, from 0, whose arrival makes the caller give up; null for none.</param>
    /// <param name="cancelAtStep">Before which step of the clock, from 0, the caller gives up; null for none.</param>
    /// <exception cref="XunitException">Something does not hold. It tells the seed, the plan and what happened last.</exception>
    public async Task RunAsync(int? cancelAtRequest = null, int? cancelAtStep = null)
    {
        try
        {
            await EndAsync(cancelAtRequest, cancelAtStep);
            CheckReading();
            CheckWriting();
            CheckEnd();
        }
        catch (Exception e)
        {
            string where = $"{_kind}, {_records} records, cancelled at request {cancelAtRequest?.ToString(CultureInfo.InvariantCulture) ?? "none"}, at step {cancelAtStep?.ToString(CultureInfo.InvariantCulture) ?? "none"}, {Plan}";
            throw new XunitException($"{e.Message}\n{where}\n{string.Join('\n', Service.Schedule.Log.TakeLast(LogLines))}", e);
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        Service.Dispose();
        _stop.Dispose();
    }

    private async Task EndAsync(int? cancelAtRequest, int? cancelAtStep)
    {
        Service.Arriving = number =>
        {
            if (number == cancelAtRequest)
            {
                _stop.Cancel();
            }
        };

        Task sync = Sync.RunAsync(_stop.Token);
        long began = Stopwatch.GetTimestamp();
        while (!sync.IsCompleted && !IsCanceled)
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < _patience, "It does not end.");
            if (Steps == cancelAtStep)
            {
                await _stop.CancelAsync();
            }
            else if (_clock.TryPassToNext())
            {
                Steps++;
            }
            else
            {
                // What ends pages that are under way does so on another thread.
                await Task.Yield();
            }
        }

        // From here on the clock stands still: who was cancelled must end all the same.
        await Task.WhenAny(sync, Task.Delay(_patience));
        Assert.True(sync.IsCompleted, "It was cancelled and does not end.");
        if (!sync.IsCanceled || !IsCanceled)
        {
            await sync;
        }
    }

    private void CheckReading()
    {
        IReadOnlyList<int> read = Sync.Read;
        Assert.Equal(read.Count, read.Distinct().Count());
        Assert.All(read, id => Assert.True(Service.Records.Knew(id), $"{id} never was in the list."));
        Assert.True(Sync.ReadFailure is null || _kind == ScheduleKind.Lasting, $"The reading failed: {Sync.ReadFailure}");

        if (_kind is ScheduleKind.Passing or ScheduleKind.Lasting or ScheduleKind.Growing)
        {
            // Nothing was removed: whatever came, came without a gap.
            Assert.Equal(Enumerable.Range(1, read.Count), read);
        }

        if (_kind is ScheduleKind.Passing or ScheduleKind.Lasting)
        {
            Assert.InRange(Service.MostPagesAhead, 0, Plan.Prefetch + 1);
            Assert.True(!ReadToTheEnd || read.Count == _records, $"{read.Count} of {_records} came.");
        }

        // Of several pages under way a later one may be answered before removals and an earlier one after them: then records have slid past one another.
        if (Plan.Prefetch <= 1 || _kind is not ScheduleKind.Changing)
        {
            // A record that was removed may come from a page that was answered before it was, after later ones from a page that was answered again.
            List<int> stayed = [.. read.Where(Service.Records.Holds)];
            Assert.All(stayed.Zip(stayed.Skip(1)), pair => Assert.True(pair.First < pair.Second, $"{pair.Second} came after {pair.First}."));
        }

        if (_kind is ScheduleKind.Growing or ScheduleKind.Guarded && ReadToTheEnd)
        {
            Assert.Empty(Service.Records.Promised.Except(read));
        }
    }

    private void CheckWriting()
    {
        Assert.Empty(Service.Writes.SentAgain);
        foreach (string title in Plan.Titles.Concat(Sync.Deletes ? Plan.Deletions.Select(SyncPlan.Deletion) : []))
        {
            Fate fate = Sync.Told.FateOf(title);
            IReadOnlyList<int> created = Service.Writes.Created(title);
            string story = $"{title} was told to be {fate} and was carried out {created.Count} times.";
            Assert.True(fate switch
            {
                Fate.Created or Fate.Deleted or Fate.CarriedOut => created.Count == 1,
                Fate.InDoubt => created.Count <= 1,
                Fate.NotCarriedOut => created.Count == 0,
                _ => created.Count == 0 && IsCanceled,
            }, story);
            if (fate == Fate.Created)
            {
                Assert.Equal(created[0], Sync.Told.IdOf(title));
            }
        }
    }

    private void CheckEnd()
    {
        Assert.Equal(0, Service.UnderWay);
        Assert.Equal(0, Service.OpenBodies);
        Assert.Equal(0, _clock.Waiting);
        Assert.InRange(Service.Schedule.LongestRowSeen, 0, new KantataRetryOptions().MaxAttempts);
    }

    private KantataClientOptions Options(ScheduleKind kind, int seed)
    {
        KantataClientOptions options = new()
        {
            AccessToken = "token-of-the-night",
            BaseAddress = new Uri("https://api.test/"),
            TimeProvider = _clock,
        };
        if (kind != ScheduleKind.Lasting)
        {
            // Silences of more than three minutes each, and the waits between them, pass too.
            options.Retry.TotalTime = TimeSpan.FromDays(1);
        }

        SetRandomizer(options.Retry, new Random(seed).NextDouble);
        return options;
    }

    // The jitter too is to be the same for the same seed.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Randomizer")]
    private static extern void SetRandomizer(KantataRetryOptions options, Func<double> randomizer);
}
