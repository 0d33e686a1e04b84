using System.Collections.Concurrent;
using System.Globalization;

namespace Kantata.Resilience.Tests.Sync;

/// <summary>The caller's account of writes: what the client told of each. What is created and what is deleted is told at the same time.</summary>
internal sealed class ToldBook
{
    private readonly ConcurrentDictionary<string, (Fate Fate, int Id)> _told = new();

    public Fate FateOf(string title) => _told.GetValueOrDefault(title).Fate;

    public int IdOf(string title) => _told[title].Id;

    public int Count(Fate fate) => _told.Values.Count(told => told.Fate == fate);

    public void Created(string title, BillingMilestone milestone)
    {
        Assert.Equal(title, milestone.Title);
        Tell(title, Fate.Created, int.Parse(milestone.Id.ToString(), CultureInfo.InvariantCulture));
    }

    public void Deleted(int id) => Tell(SyncPlan.Deletion(id), Fate.Deleted);

    public void Settled(string title, WriteOutcome outcome) => Tell(title, outcome switch
    {
        WriteOutcome.CarriedOut => Fate.CarriedOut,
        WriteOutcome.Unknown => Fate.InDoubt,
        WriteOutcome.NotCarriedOut => Fate.NotCarriedOut,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "A write has an outcome."),
    });

    private void Tell(string title, Fate fate, int id = 0) => Assert.True(_told.TryAdd(title, (fate, id)), $"{title} was told of twice.");
}
