namespace Corpus.Planning;

public enum Period
{
    Week,
    Month,
}

/// <summary>Filters, limits, requests and values as people write them: computed, passed about, completed later.</summary>
public sealed class Planning(KantataClient kantata)
{
    private const int PageSize = 200;

    private static readonly string[] s_refs = ["A-1", "A-2", "A-3"];

    private static readonly StoryState s_done = "completed";

    public async Task<int> DueAsync(Period period, DateOnly today)
    {
        DateOnly from = period == Period.Week ? today.AddDays(-7) : today.AddMonths(-1);
        DateOnly to = today.AddDays(-1);
        int due = 0;
        for (int number = 1; ; number++)
        {
            Page<Story> page = await kantata.Stories.List().DueBetween(from, to).GetPageAsync(number, PageSize);
            due += page.Count(story => story.State != s_done && story.State != StoryState.WontFix && story.State != "won't fix");
            if (!page.HasNext)
            {
                return due;
            }
        }
    }

    public async Task<List<BillingMilestone>> FindAsync(IReadOnlyCollection<string> references, CancellationToken cancellationToken)
    {
        List<BillingMilestone> found = [];
        foreach (string[] part in references.Concat(s_refs).Chunk(200))
        {
            found.AddRange(await kantata.BillingMilestones.List().ExternalReferenceServiceModelRefs(part).ToListAsync(cancellationToken));
        }

        return found;
    }

    public async Task<Workspace?> SearchAsync(string? text, bool newestFirst)
    {
        WorkspacesListQuery query = kantata.Workspaces.List();
        if (!string.IsNullOrEmpty(text))
        {
            query = query.Search(text);
        }
        else
        {
            query = newestFirst ? query.OrderByCreatedAtDescending() : query.OrderByTitle();
        }

        return await query.FirstOrDefaultAsync();
    }

    public async IAsyncEnumerable<Story> DetailsAsync(IEnumerable<long> ids)
    {
        StoriesListQuery detailed = kantata.Stories.List().IncludeReplies().IncludeAttachments();
        foreach (long[] part in ids.Chunk(50))
        {
            await foreach (Story story in detailed.Only(part))
            {
                yield return story;
            }
        }
    }

    public async Task<string> LabelAsync(Id<Story> id)
    {
        Story story = await kantata.Stories.GetAsync(id);
        string kind = story.StoryType?.Value switch
        {
            "task" or "issue" => "Work",
            "milestone" => "Date",
            { Length: > 0 } other => other,
            _ => "",
        };
        switch (story.State?.Value)
        {
            case "completed":
            case "resolved":
                return kind + " done";
            case null or "":
                return kind;
            default:
                return kind + " " + story.State;
        }
    }

    public async Task<BillingMilestone> BillAsync(Id<Workspace> workspace, string title, Story? story, bool byDate)
    {
        BillingMilestoneCreateRequest request = new() { Title = title, AmountInCents = 100_00, WorkspaceId = workspace };
        request.BillingType = byDate ? BillingType.FixedDate : BillingType.UponCompletion;
        if (!byDate)
        {
            request.StoryId = story?.Id;
        }

        return await kantata.BillingMilestones.CreateAsync(request);
    }

    public async Task BillAllAsync(IEnumerable<Story> stories, Id<Workspace> workspace)
    {
        List<BillingMilestoneCreateRequest> requests = [.. stories.Select(story => UponCompletion(workspace, story.Title ?? "Story"))];
        foreach ((BillingMilestoneCreateRequest request, Story story) in requests.Zip(stories))
        {
            request.StoryId = story.Id;
        }

        await kantata.BillingMilestones.CreateManyAsync(requests);
        await kantata.BillingMilestones.CreateManyAsync(stories.Select(story => new BillingMilestoneCreateRequest
        {
            Title = story.Title ?? "Story",
            AmountInCents = 1,
            WorkspaceId = workspace,
            BillingType = "upon_completion",
            StoryId = story.Id,
        }));
    }

    public async Task<bool> TryBillAsync(Id<Workspace> workspace)
    {
        try
        {
            await kantata.BillingMilestones.CreateAsync(new() { Title = "x", AmountInCents = 1, WorkspaceId = workspace, BillingType = "upon_completion" });
            await kantata.Stories.List().GetPageAsync(1, 500);
            return true;
        }
        catch (Exception exception) when (exception is KantataException)
        {
            return false;
        }
        catch (ArgumentOutOfRangeException)
        {
            return false;
        }
        catch (KantataRequestException)
        {
            return false;
        }
    }

    private static BillingMilestoneCreateRequest UponCompletion(Id<Workspace> workspace, string title) =>
        new() { Title = title, AmountInCents = 1, WorkspaceId = workspace, BillingType = BillingType.UponCompletion };
}
