namespace Corpus.Enrichment;

/// <summary>Queries that pass through other hands, and objects to which something is added.</summary>
public static class QueryExtensions
{
    public static BillingMilestonesListQuery ForReport(this BillingMilestonesListQuery query) => query.IncludeStory().IncludeWorkspace();

    public static TQuery When<TQuery>(this TQuery query, bool condition, Func<TQuery, TQuery> change) => condition ? change(query) : query;

    public static async Task<List<T>> AllAsync<T>(this IAsyncEnumerable<T> items)
    {
        List<T> all = [];
        await foreach (var item in items)
        {
            all.Add(item);
        }

        return all;
    }
}

public abstract class Screen(KantataClient kantata)
{
    protected KantataClient Kantata { get; } = kantata;

    protected virtual BillingMilestonesListQuery Query => Kantata.BillingMilestones.List();

    public async Task ShowAsync(bool withStories)
    {
        foreach (var milestone in await Query.ToListAsync())
        {
            Console.WriteLine(milestone.Story?.Title);
        }

        await foreach (var milestone in Kantata.BillingMilestones.List().ForReport())
        {
            Console.WriteLine(milestone.Story?.Title + milestone.Workspace?.Title);
        }

        foreach (var milestone in await Kantata.BillingMilestones.List().When(withStories, query => query.IncludeStory()).AllAsync())
        {
            Console.WriteLine(withStories ? milestone.Story?.Title : milestone.Title);
        }
    }

    public async Task CompleteAsync(IList<BillingMilestone> milestones)
    {
        for (int i = 0; i < milestones.Count; i++)
        {
            milestones[i] = await Kantata.BillingMilestones.GetAsync(milestones[i].Id, q => q.IncludeStory());
        }

        foreach (var milestone in milestones)
        {
            Console.WriteLine(milestone.Story?.Title);
        }
    }

    public async Task<string> DescribeAsync(Id<BillingMilestone> id, bool deep)
    {
        BillingMilestone milestone = deep
            ? await Kantata.BillingMilestones.GetAsync(id, q => q.IncludeStory())
            : await Kantata.BillingMilestones.GetAsync(id);
        return milestone switch
        {
            { Title: null } => "untitled",
            { StoryId: not null } when deep => $"{milestone.Title}: {milestone.Story?.Title}",
            _ => milestone.Title,
        };
    }

    public async Task ExportAsync(Stream stream)
    {
        var all = await Kantata.BillingMilestones.List().IncludeStory().IncludeInvoices().ToListAsync();
        await System.Text.Json.JsonSerializer.SerializeAsync(stream, all.Select(milestone => new { milestone.Title, milestone }));
    }
}

public sealed class Screens(KantataClient kantata) : Screen(kantata)
{
    protected override BillingMilestonesListQuery Query => base.Query.IncludeStory();
}
