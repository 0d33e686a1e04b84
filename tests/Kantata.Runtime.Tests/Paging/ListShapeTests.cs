using Kantata.Runtime.Tests.Testing;

namespace Kantata.Runtime.Tests.Paging;

public class ListShapeTests
{
    [Fact]
    public async Task A_list_can_be_read_page_by_page()
    {
        StoryServer server = new(25);

        List<Page<Story>> pages = [];
        await foreach (Page<Story> page in server.Stories(pageSize: 10).AsPages())
        {
            pages.Add(page);
        }

        Assert.Equal([10, 10, 5], pages.Select(page => page.Count));
        Assert.Equal([1, 2, 3], pages.Select(page => page.PageNumber));
        Assert.All(pages, page => Assert.Equal((25, 3), (page.TotalCount, page.PageCount)));
    }

    [Fact]
    public async Task What_came_before_is_in_no_further_page()
    {
        StubServer server = new StubServer()
            .Answers(StoryServer.Body([1, 2], total: 6, pages: 4)).Answers(StoryServer.Body([2, 3], total: 6, pages: 4))
            .Answers(StoryServer.Body([3, 2], total: 6, pages: 4)).Answers(StoryServer.Body([4], total: 6, pages: 4));

        List<List<Id<Story>>> pages = [];
        await foreach (Page<Story> page in server.Client().Stories.List().AsPages())
        {
            pages.Add(page.Select(story => story.Id).ToList());
        }

        Assert.Equal([[1, 2], [3], [4]], pages);
    }

    [Fact]
    public async Task Reading_page_by_page_can_be_cancelled()
    {
        using CancellationTokenSource stop = new();
        StoryServer server = new(25);

        OperationCanceledException e = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (Page<Story> _ in server.Stories(pageSize: 10).Prefetch(0).AsPages().WithCancellation(stop.Token))
            {
                await stop.CancelAsync();
            }
        });

        Assert.Equal(stop.Token, e.CancellationToken);
        Assert.Single(server.Queries);
    }

    [Fact]
    public async Task Counting_is_one_small_request_without_what_would_come_along()
    {
        StubServer server = new StubServer().Answers("""{"count": 7, "results": [], "billing_milestones": {}, "meta": {"count": 1234, "page_count": 1234}}""");

        Assert.Equal(1234, await server.Client().BillingMilestones.List().WorkspaceIds(10L).IncludeStory().WithCanEdit().CountAsync());
        Assert.Equal("workspace_ids=10&page=1&per_page=1", server.Only.Query);
    }

    [Fact]
    public async Task The_first_is_one_request_for_one_object()
    {
        StoryServer server = new(25);

        Assert.Equal(1, (await server.Stories().FirstOrDefaultAsync())!.Id);
        Assert.Equal(["page=1&per_page=1"], server.Queries);
    }

    [Fact]
    public async Task Of_nothing_there_is_no_first()
    {
        Assert.Null(await new StoryServer(0).Stories().FirstOrDefaultAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task On_request_one_id_is_one_object_on_all_pages(bool requested)
    {
        StubServer server = new StubServer()
            .Answers("""
                {"count": 2, "results": [{"key": "billing_milestones", "id": "1"}], "billing_milestones": {"1": {"workspace_id": "10"}},
                 "workspaces": {"10": {"title": "Before"}}, "meta": {"count": 2, "page_count": 2}}
                """)
            .Answers("""
                {"count": 2, "results": [{"key": "billing_milestones", "id": "2"}], "billing_milestones": {"2": {"workspace_id": "10"}},
                 "workspaces": {"10": {"title": "After"}}, "meta": {"count": 2, "page_count": 2}}
                """);
        BillingMilestonesListQuery query = server.Client().BillingMilestones.List().IncludeWorkspace();

        List<BillingMilestone> milestones = await (requested ? query.OneObjectPerId() : query).ToListAsync();

        Assert.Equal(requested, ReferenceEquals(milestones[0].Workspace, milestones[1].Workspace));
        Assert.Equal(requested ? ["After", "After"] : ["Before", "After"], milestones.Select(milestone => milestone.Workspace!.Title));
    }

    [Fact]
    public async Task An_object_that_is_shared_does_not_change_while_the_caller_works_on_the_page_before()
    {
        StubServer server = new StubServer()
            .Answers("""
                {"count": 2, "results": [{"key": "billing_milestones", "id": "1"}], "billing_milestones": {"1": {"workspace_id": "10"}},
                 "workspaces": {"10": {"title": "Before"}}, "meta": {"count": 2, "page_count": 2}}
                """)
            .Answers("""
                {"count": 2, "results": [{"key": "billing_milestones", "id": "2"}], "billing_milestones": {"2": {"workspace_id": "10"}},
                 "workspaces": {"10": {"title": "After"}}, "meta": {"count": 2, "page_count": 2}}
                """);
        await using IAsyncEnumerator<BillingMilestone> milestones = server.Client().BillingMilestones.List().IncludeWorkspace().OneObjectPerId().GetAsyncEnumerator();

        Assert.True(await milestones.MoveNextAsync());
        Assert.Equal(2, server.Received.Count);
        Workspace workspace = milestones.Current.Workspace!;
        Assert.Equal("Before", workspace.Title);
        Assert.True(await milestones.MoveNextAsync());
        Assert.Equal("After", workspace.Title);
    }

    [Fact]
    public async Task An_object_that_came_along_and_is_asked_for_later_is_the_same_and_complete()
    {
        StubServer server = new StubServer()
            .Answers("""
                {"count": 2, "results": [{"key": "billing_milestones", "id": "1"}], "billing_milestones": {"1": {}, "2": {"title": "Two"}},
                 "meta": {"count": 2, "page_count": 2}}
                """)
            .Answers("""
                {"count": 2, "results": [{"key": "billing_milestones", "id": "2"}], "billing_milestones": {"2": {"workspace_id": "10"}},
                 "workspaces": {"10": {"title": "Ten"}}, "meta": {"count": 2, "page_count": 2}}
                """);

        List<BillingMilestone> milestones = await server.Client().BillingMilestones.List().IncludeWorkspace().OneObjectPerId().ToListAsync();

        Assert.Equal(("Two", "Ten"), (milestones[1].Title, milestones[1].Workspace!.Title));
    }
}
