namespace Corpus.Reports;

public sealed record MilestoneLine(string Project, string Title, decimal Amount, string? Story);

/// <summary>A report class as people write them: a shared base query, projections, groups.</summary>
public sealed class MilestoneReport(KantataClient kantata)
{
    private BillingMilestonesListQuery Open => kantata.BillingMilestones.List().IncludeWorkspace().IncludeStory();

    public async Task<IReadOnlyList<MilestoneLine>> LinesAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        List<MilestoneLine> lines = [];
        await foreach (BillingMilestone milestone in Open.DateBetween(from, to).WithCancellation(cancellationToken))
        {
            lines.Add(ToLine(milestone));
        }

        return lines;
    }

    public async Task<Dictionary<string, decimal>> TotalsAsync()
    {
        var all = await Open.ToListAsync();
        return all
            .Where(milestone => milestone.AmountInCents > 0)
            .GroupBy(milestone => milestone.Workspace?.Title ?? "none")
            .ToDictionary(group => group.Key, group => group.Sum(milestone => milestone.AmountInCents ?? 0) / 100m);
    }

    public async Task<(BillingMilestone? First, int Count)> SummaryAsync()
    {
        BillingMilestonesListQuery query = kantata.BillingMilestones.List().OrderByCreatedAtDescending();
        int count = await query.CountAsync();
        return (await query.FirstOrDefaultAsync(), count);
    }

    public async IAsyncEnumerable<MilestoneLine> StreamAsync(bool withStories)
    {
        var query = kantata.BillingMilestones.List().IncludeWorkspace();
        if (withStories)
        {
            query = query.IncludeStory();
        }

        await foreach (var milestone in query.Prefetch(4))
        {
            yield return new MilestoneLine(milestone.Workspace?.Title ?? "", milestone.Title ?? "", 0, withStories ? milestone.Story?.Title : null);
        }
    }

    public async Task PrintPagesAsync()
    {
        for (int number = 1; ; number++)
        {
            Page<BillingMilestone> page = await Open.GetPageAsync(number, pageSize: 50);
            foreach (var (milestone, index) in page.Items.Select((milestone, index) => (milestone, index)))
            {
                Console.WriteLine($"{index}: {milestone.Title} {milestone.Story?.Title} {milestone.Workspace?.Title}");
            }

            if (!page.HasNext)
            {
                return;
            }
        }
    }

    private static MilestoneLine ToLine(BillingMilestone milestone) => new(
        milestone.Workspace?.Title ?? "none", milestone.Title ?? "", (milestone.AmountInCents ?? 0) / 100m, milestone.Story?.Title);
}
