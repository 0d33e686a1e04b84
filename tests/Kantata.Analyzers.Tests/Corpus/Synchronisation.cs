namespace Corpus.Synchronisation;

public interface IStore
{
    Task SaveAsync<T>(T record);

    bool TryFind(Id<Story> id, out Story? story);
}

/// <summary>Records that are copied elsewhere, by id, in batches, in parallel, through caches.</summary>
public sealed class Copying(KantataClient kantata, IStore store)
{
    private readonly Dictionary<Id<Workspace>, Workspace> _workspaces = [];
    private readonly List<Task> _running = [];
    private BillingMilestone? _last;

    public async Task CopyAsync(IReadOnlyCollection<Id<BillingMilestone>> ids, CancellationToken cancellationToken)
    {
        foreach (var some in ids.Chunk(200))
        {
            await foreach (var milestone in kantata.BillingMilestones.List().Only(some).IncludeStory().WithCancellation(cancellationToken))
            {
                await store.SaveAsync(milestone);
                _last = milestone;
            }
        }
    }

    public async Task<Workspace> WorkspaceAsync(Id<Workspace> id)
    {
        if (!_workspaces.TryGetValue(id, out var workspace))
        {
            workspace = await kantata.Workspaces.GetAsync(id);
            _workspaces.Add(id, workspace);
        }

        return workspace;
    }

    public async Task<List<Story>> StoriesAsync(IEnumerable<BillingMilestone> milestones)
    {
        List<Story> stories = [];
        foreach (var milestone in milestones)
        {
            if (milestone.StoryId is not { } id)
            {
                continue;
            }

            if (store.TryFind(id, out var known) && known is not null)
            {
                stories.Add(known);
            }
            else
            {
                stories.Add(await kantata.Stories.GetAsync(id));
            }
        }

        return stories;
    }

    public async Task<BillingMilestone?> FirstThatIsPaidAsync(IEnumerable<Id<BillingMilestone>> ids)
    {
        foreach (var id in ids)
        {
            var milestone = await kantata.BillingMilestones.GetAsync(id, q => q.IncludeInvoices());
            if (milestone.Invoices.Count > 0)
            {
                return milestone;
            }
        }

        return null;
    }

    public async Task<int> ThatExistAsync(long[] ids)
    {
        int count = 0;
        foreach (long id in ids)
        {
            try
            {
                _ = await kantata.BillingMilestones.GetAsync(id);
                count++;
            }
            catch (KantataNotFoundException)
            {
            }
        }

        return count;
    }

    public void Start()
    {
        _running.Add(kantata.BillingMilestones.DeleteAsync(1));
        Task deleting = kantata.BillingMilestones.DeleteAsync(2);
        _running.Add(deleting);
        _ = kantata.BillingMilestones.DeleteAsync(3);
    }

    public Task FinishAsync() => Task.WhenAll(_running);

    public async Task CreateAsync(IEnumerable<string> titles)
    {
        var drafts = titles.Select(title => new BillingMilestoneCreateRequest { Title = title, AmountInCents = 1, WorkspaceId = 10 });
        var created = await kantata.BillingMilestones.CreateManyAsync(drafts, q => q.IncludeWorkspace());
        foreach (var milestone in created)
        {
            Console.WriteLine(milestone.Workspace?.Title);
        }
    }

    public async Task CompareAsync()
    {
        var (mine, theirs) = (await kantata.Stories.List().IncludeWorkspace().ToListAsync(), await kantata.Workspaces.List().ToListAsync());
        var pairs = mine.Join(theirs, story => story.WorkspaceId, workspace => workspace.Id, (story, workspace) => new { story, workspace });
        foreach (var pair in pairs.OrderBy(pair => pair.story.Title))
        {
            Console.WriteLine($"{pair.story.Title} in {pair.workspace.Title}");
        }
    }

    public string? Last() => _last?.Story?.Title;
}
