using System.Globalization;

namespace Kantata.Resilience.Tests.Sync;

/// <summary>What an integration does at night: it reads all time entries, creates milestones and deletes old time entries, and goes on after what failed.</summary>
internal sealed class NightlySync(KantataClient kantata, SyncPlan plan)
{
    private readonly List<int> _read = [];

    /// <summary>The records that were given, in their order.</summary>
    public IReadOnlyList<int> Read => _read;

    /// <summary>How many pages were given, where the list does not change.</summary>
    public int PagesGiven => (_read.Count + plan.PageSize - 1) / plan.PageSize;

    /// <summary>Why the reading ended before the end of the list; null where it did not.</summary>
    public Exception? ReadFailure { get; private set; }

    public ToldBook Told { get; } = new();

    /// <summary>After how many records the reader breaks out; null to read all.</summary>
    public int? BreakAfter { get; init; }

    /// <summary>Whether old records are deleted, too.</summary>
    public bool Deletes { get; init; }

    /// <summary>Reads, creates and deletes at the same time.</summary>
    public Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(ReadAsync(cancellationToken), WriteAsync(cancellationToken), Deletes ? DeleteAsync(cancellationToken) : Task.CompletedTask);

    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        TimeEntriesListQuery entries = kantata.TimeEntries.List().OrderByCreatedAt().Prefetch(plan.Prefetch).Parameter("per_page", plan.PageSize.ToString(CultureInfo.InvariantCulture));
        entries = plan.OneObjectPerId ? entries.OneObjectPerId() : entries;
        entries = plan.GuardsAgainstRemovals ? entries.GuardAgainstRemovals() : entries;
        try
        {
            await foreach (TimeEntry entry in entries.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                _read.Add(int.Parse(entry.Id.ToString(), CultureInfo.InvariantCulture));
                if (_read.Count == BreakAfter)
                {
                    break;
                }
            }
        }
        catch (KantataException e)
        {
            ReadFailure = e;
        }
    }

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        Queue<string> titles = new(plan.Titles);
        int call = 0;
        foreach (int count in plan.Batches)
        {
            List<string> batch = [.. Enumerable.Range(0, count).Select(_ => titles.Dequeue())];
            if (count == 1)
            {
                await CreateAsync(batch[0], cancellationToken).ConfigureAwait(false);
                continue;
            }

            while (batch.Count > 0)
            {
                batch = await CreateManyAsync(batch, asStream: call++ % 2 == 1, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Deletes all, and after what failed goes on with the rest.</summary>
    private async Task DeleteAsync(CancellationToken cancellationToken)
    {
        List<int> left = [.. plan.Deletions];
        for (int call = plan.Seed; left.Count > 0; call++)
        {
            left = await DeleteManyAsync(left, asStream: call % 2 == 1, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Deletes several.</summary>
    /// <returns>What was not sent, for the next call.</returns>
    private async Task<List<int>> DeleteManyAsync(List<int> batch, bool asStream, CancellationToken cancellationToken)
    {
        IEnumerable<Id<TimeEntry>> ids = batch.Select(static id => (Id<TimeEntry>)id);
        try
        {
            await (asStream
                ? kantata.TimeEntries.DeleteManyAsync(ids.ToAsyncEnumerable(), cancellationToken: cancellationToken)
                : kantata.TimeEntries.DeleteManyAsync(ids, cancellationToken: cancellationToken)).ConfigureAwait(false);
            batch.ForEach(Told.Deleted);
            return [];
        }
        catch (KantataBatchException e)
        {
            Assert.Equal(("DELETE", "/time_entries"), (e.Method, e.Path));
            TellDeleted(batch, e.Done, e.Failed, e.NotSent, e.WriteOutcome, asStream);
            return batch[(e.Done.Count + e.Failed.Count)..];
        }
        catch (KantataBatchCanceledException e)
        {
            CheckNamed(e);
            TellDeleted(batch, e.Done, e.InDoubt, e.NotSent, WriteOutcome.Unknown, asStream);
            throw;
        }
    }

    private void TellDeleted(List<int> batch, IReadOnlyList<object> done, IReadOnlyList<object> failed, IReadOnlyList<object> notSent, WriteOutcome outcome, bool asStream)
    {
        int[] told = [.. done.Concat(failed).Concat(notSent).Select(static id => int.Parse(id.ToString()!, CultureInfo.InvariantCulture))];
        Assert.Equal(asStream ? batch.Take(told.Length) : batch, told);
        batch.Take(done.Count).ToList().ForEach(Told.Deleted);
        foreach (int id in batch.Skip(done.Count).Take(failed.Count))
        {
            Told.Settled(SyncPlan.Deletion(id), outcome);
        }
    }

    private async Task CreateAsync(string title, CancellationToken cancellationToken)
    {
        try
        {
            Told.Created(title, await kantata.BillingMilestones.CreateAsync(Draft(title), cancellationToken: cancellationToken).ConfigureAwait(false));
        }
        catch (KantataCanceledException e)
        {
            CheckNamed(e);
            Told.Settled(title, e.WriteOutcome);
            throw;
        }
        catch (KantataException e)
        {
            CheckNamed(e);
            Told.Settled(title, e.WriteOutcome);
        }
    }

    /// <summary>Creates several.</summary>
    /// <returns>What was not sent, for the next call.</returns>
    private async Task<List<string>> CreateManyAsync(List<string> batch, bool asStream, CancellationToken cancellationToken)
    {
        IEnumerable<BillingMilestoneCreateRequest> drafts = batch.Select(Draft);
        try
        {
            IReadOnlyList<BillingMilestone> created = await (asStream
                ? kantata.BillingMilestones.CreateManyAsync(drafts.ToAsyncEnumerable(), cancellationToken: cancellationToken)
                : kantata.BillingMilestones.CreateManyAsync(drafts, cancellationToken: cancellationToken)).ConfigureAwait(false);
            Assert.Equal(batch.Count, created.Count);
            TellCreated(batch, created);
            return [];
        }
        catch (KantataBatchException e)
        {
            CheckNamed(e);
            TellCreated(batch, e.Done);
            CheckComplete(batch, e.Done, e.Failed, e.NotSent, asStream);
            foreach (string title in e.Failed.Select(TitleOf))
            {
                Told.Settled(title, e.WriteOutcome);
            }

            // What a stream had not given yet is in none of the three.
            return batch[(e.Done.Count + e.Failed.Count)..];
        }
        catch (KantataBatchCanceledException e)
        {
            CheckNamed(e);
            TellCreated(batch, e.Done);
            CheckComplete(batch, e.Done, e.InDoubt, e.NotSent, asStream);
            foreach (string title in e.InDoubt.Select(TitleOf))
            {
                Told.Settled(title, WriteOutcome.Unknown);
            }

            throw;
        }
    }

    private void TellCreated(List<string> batch, IReadOnlyList<object> created)
    {
        for (int i = 0; i < created.Count; i++)
        {
            Told.Created(batch[i], (BillingMilestone)created[i]);
        }
    }

    private static void CheckComplete(List<string> batch, IReadOnlyList<object> created, IReadOnlyList<object> failed, IReadOnlyList<object> notSent, bool asStream)
    {
        string[] told = [.. created.Select(milestone => ((BillingMilestone)milestone).Title!), .. failed.Select(TitleOf), .. notSent.Select(TitleOf)];
        Assert.Equal(asStream ? batch.Take(told.Length) : batch, told);
    }

    /// <summary>An uncertain write can be found in the server's logs.</summary>
    private static void CheckNamed(KantataException e)
    {
        Assert.Equal(("POST", "/billing_milestones"), (e.Method, e.Path));
        if (e.MayHaveBeenCarriedOut)
        {
            Assert.True(e.RequestId is not null || e.SentAt is { Offset.Ticks: 0 }, e.Message);
        }
    }

    private static void CheckNamed(KantataCanceledException e)
    {
        Assert.Contains(e.Path, new[] { "/billing_milestones", "/time_entries" });
        Assert.True(e.RequestId is not null || e.SentAt is { Offset.Ticks: 0 }, e.Message);
        if (!e.MayHaveBeenCarriedOut)
        {
            return;
        }

        Assert.Contains(e.RequestId ?? e.SentAt!.Value.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), e.Message, StringComparison.Ordinal);
    }

    private static void CheckNamed(KantataBatchCanceledException e)
    {
        if (e.InDoubt.Count > 0)
        {
            CheckNamed(Assert.IsType<KantataCanceledException>(e.InnerException));
        }
    }

    private static BillingMilestoneCreateRequest Draft(string title) => new() { Title = title, AmountInCents = 1, WorkspaceId = 10 };

    private static string TitleOf(object request) => ((BillingMilestoneCreateRequest)request).Title!;
}
