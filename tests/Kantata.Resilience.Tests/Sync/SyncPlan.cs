using System.Globalization;

namespace Kantata.Resilience.Tests.Sync;

/// <summary>What a sync reads and creates, and how.</summary>
/// <param name="Seed">What the plan was drawn from.</param>
/// <param name="PageSize">How many records a page has.</param>
/// <param name="Prefetch">How many pages are fetched ahead.</param>
/// <param name="OneObjectPerId">Whether pages share their objects.</param>
/// <param name="GuardsAgainstRemovals">Whether records that are removed meanwhile are looked out for.</param>
/// <param name="Batches">How many milestones are created by each call, one after the other.</param>
internal sealed record SyncPlan(int Seed, int PageSize, int Prefetch, bool OneObjectPerId, bool GuardsAgainstRemovals, IReadOnlyList<int> Batches)
{
    /// <summary>How many records are deleted for each that is created.</summary>
    public const int DeletionsOfEachCreate = 5;

    private static readonly int[] _prefetches = [0, 1, 2, 4, 8];

    public IEnumerable<string> Titles => Enumerable.Range(0, Batches.Sum()).Select(number => string.Create(CultureInfo.InvariantCulture, $"Milestone {number}"));

    /// <summary>The old records that are deleted, several batches of the 100 that one request takes; they are in no list.</summary>
    public IEnumerable<int> Deletions => Enumerable.Range(1_000_001, DeletionsOfEachCreate * Batches.Sum());

    /// <summary>What a deletion is called among the writes.</summary>
    public static string Deletion(int id) => string.Create(CultureInfo.InvariantCulture, $"Deletion of {id}");

    public static SyncPlan Draw(int seed, int records, int creates, bool guardsAgainstRemovals)
    {
        Random random = new(~seed);
        List<int> batches = [];
        for (int left = creates; left > 0; left -= batches[^1])
        {
            // Half of the calls create one, the others up to several batches of the 100 that one request takes.
            batches.Add(Math.Min(left, random.Next(2) == 0 ? 1 : random.Next(2, (creates / 4) + 3)));
        }

        return new SyncPlan(
            seed,
            Math.Clamp(random.Next(5, 40), 5, Math.Max(5, records)),
            _prefetches[random.Next(_prefetches.Length)],
            random.Next(4) == 0,
            guardsAgainstRemovals,
            batches);
    }
}
