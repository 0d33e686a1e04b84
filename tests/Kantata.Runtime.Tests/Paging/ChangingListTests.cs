using System.Net;
using Kantata.Runtime.Tests.Testing;

namespace Kantata.Runtime.Tests.Paging;

public class ChangingListTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public async Task What_is_added_at_the_end_is_read_too(int prefetch)
    {
        StoryServer server = new(95);
        server.BeforeAnswer = request =>
        {
            if (request == 3)
            {
                server.Ids.AddRange(Enumerable.Range(96, 30));
            }
        };

        Assert.Equal(Enumerable.Range(1, 125), await IdsOf(server.Stories(pageSize: 10).Prefetch(prefetch)));
    }

    [Fact]
    public async Task What_is_added_while_the_last_pages_are_under_way_together_is_read_too()
    {
        StoryServer server = new(35);

        // The pages 2 to 4 are answered in the order 4, 3, 2, and a story is added between.
        List<(int Page, TaskCompletionSource Turn)> waiting = [];
        using ReorderingHandler reordering = new(server, waiting);
        StoriesListQuery query = new KantataClient(new KantataClientOptions { AccessToken = "t" }, new HttpClient(reordering)).Stories.List().Parameter("per_page", "10");

        Task<List<int>> reading = IdsOf(query.Prefetch(3));
        foreach (int page in new[] { 4, 3 })
        {
            VirtualClock.Run(() => waiting.Single(request => request.Page == page).Turn.SetResult());
        }

        server.Ids.AddRange(Enumerable.Range(36, 20));
        VirtualClock.Run(() => waiting.Single(request => request.Page == 2).Turn.SetResult());
        reordering.IsOpen = true;
        VirtualClock.Run(() => waiting.ForEach(request => request.Turn.TrySetResult()));

        Assert.Equal(Enumerable.Range(1, 55), await reading);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public async Task What_is_added_at_the_front_pushes_others_on_and_none_comes_twice(int prefetch)
    {
        StoryServer server = new(95);
        server.BeforeAnswer = request =>
        {
            if (request == 3)
            {
                server.Ids.InsertRange(0, Enumerable.Range(1000, 7));
            }
        };

        Assert.Equal(Enumerable.Range(1, 95), await IdsOf(server.Stories(pageSize: 10).Prefetch(prefetch)));
    }

    [Theory]
    [InlineData(1, 6)]
    [InlineData(4, 6)]
    public async Task A_page_count_that_shrinks_ends_the_list_there(int prefetch, int mostRequests)
    {
        StoryServer server = new(95);
        server.BeforeAnswer = request =>
        {
            if (request == 1)
            {
                server.Ids.RemoveRange(20, 75);
            }
        };

        Assert.Equal(Enumerable.Range(1, 20), await IdsOf(server.Stories(pageSize: 10).Prefetch(prefetch)));
        Assert.InRange(server.Queries.Count, 2, mostRequests);
    }

    [Fact]
    public async Task An_empty_page_in_the_middle_does_not_hide_those_behind_it()
    {
        StubServer server = new StubServer()
            .Answers(StoryServer.Body([1, 2], total: 6, pages: 3)).Answers(StoryServer.Body([], total: 6, pages: 3)).Answers(StoryServer.Body([5, 6], total: 6, pages: 3));

        Assert.Equal([1, 2, 5, 6], await IdsOf(server.Client().Stories.List()));
        Assert.Equal(3, server.Received.Count);
    }

    [Fact]
    public async Task Empty_pages_that_promise_ever_more_end_the_list_where_it_once_ended()
    {
        StubServer server = new StubServer().Answers(StoryServer.Body([1, 2], total: 6, pages: 3));
        for (int i = 4; i < 20; i++)
        {
            server.Answers(StoryServer.Body([], total: 6, pages: i));
        }

        Assert.Equal([1, 2], await IdsOf(server.Client().Stories.List()));
        Assert.Equal(3, server.Received.Count);
    }

    [Fact]
    public async Task Nothing_at_all_is_an_end()
    {
        StoryServer server = new(95);
        server.BeforeAnswer = request =>
        {
            if (request == 2)
            {
                server.Ids.Clear();
            }
        };

        Assert.Equal(Enumerable.Range(1, 20), await IdsOf(server.Stories(pageSize: 10)));
        Assert.Equal(3, server.Queries.Count);
    }

    [Fact]
    public async Task The_default_cannot_see_that_records_were_removed()
    {
        StoryServer server = new(30);
        server.BeforeAnswer = request =>
        {
            if (request == 1)
            {
                server.Ids.RemoveAt(0);
            }
        };

        Assert.DoesNotContain(11, await IdsOf(server.Stories(pageSize: 10)));
    }

    [Fact]
    public async Task Pages_that_overlap_show_it_and_the_reading_steps_back()
    {
        StoryServer server = new(30);
        server.BeforeAnswer = request =>
        {
            if (request == 1)
            {
                server.Ids.RemoveAt(0);
            }
        };

        Assert.Equal(Enumerable.Range(1, 30), await IdsOf(server.Stories(pageSize: 10).GuardAgainstRemovals()));
        Assert.Equal(
            ["offset=0&limit=10", "offset=9&limit=10", "offset=0&limit=10", "offset=9&limit=10", "offset=18&limit=10", "offset=27&limit=10"],
            server.Queries);
    }

    [Fact]
    public async Task Overlapping_pages_of_a_list_that_stands_still_are_read_once_each()
    {
        StoryServer server = new(28);

        Assert.Equal(Enumerable.Range(1, 28), await IdsOf(server.Stories(pageSize: 10).GuardAgainstRemovals()));
        Assert.Equal(["offset=0&limit=10", "offset=9&limit=10", "offset=18&limit=10"], server.Queries);
    }

    [Fact]
    public async Task Where_nearly_all_is_removed_the_rest_is_found()
    {
        StoryServer server = new(250);
        server.BeforeAnswer = request =>
        {
            if (request == 10)
            {
                server.Ids.RemoveRange(0, 85);
                server.Ids.RemoveRange(20, 140);
            }
        };

        List<int> read = await IdsOf(server.Stories(pageSize: 10).GuardAgainstRemovals());

        Assert.Equal(read.Distinct(), read);
        Assert.Empty(server.Ids.Except(read));
    }

    [Fact]
    public async Task Whatever_is_added_at_the_end_and_removed_anywhere_none_that_stayed_is_missed_and_none_comes_twice()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            Random random = new(seed);
            StoryServer server = new(random.Next(0, 120)) { LargestPage = random.Next(2, 12) };
            List<int> before = [.. server.Ids];
            int changes = 0;
            server.BeforeAnswer = _ =>
            {
                if (changes++ < 40)
                {
                    server.Ids.RemoveAll(_ => random.Next(40) == 0);
                    server.Ids.AddRange(Enumerable.Range(1000 * changes, random.Next(3)));
                }
            };

            List<int> read = await IdsOf(server.Stories(pageSize: random.Next(1, 12)).GuardAgainstRemovals());

            Assert.True(read.Distinct().Count() == read.Count, $"Seed {seed}: a story came twice.");
            Assert.True(!before.Intersect(server.Ids).Except(read).Any(), $"Seed {seed}: a story that was there all the time was missed.");
        }
    }

    [Fact]
    public async Task A_server_that_gives_single_records_cannot_overlap_and_that_is_said()
    {
        StoryServer server = new(3) { LargestPage = 1 };

        UnreadableResponseException e = await Assert.ThrowsAsync<UnreadableResponseException>(() => IdsOf(server.Stories().GuardAgainstRemovals()));

        Assert.Equal(("GET", "/stories", "results"), (e.Method, e.Path, e.MemberPath));
    }

    private static async Task<List<int>> IdsOf(StoriesListQuery query) =>
        (await query.ToListAsync()).ConvertAll(story => int.Parse(story.Id.ToString(), System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Answers pages after the first only when their turn has come.</summary>
    private sealed class ReorderingHandler(HttpMessageHandler inner, List<(int Page, TaskCompletionSource Turn)> waiting) : DelegatingHandler(inner)
    {
        public bool IsOpen { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            int page = int.Parse(System.Web.HttpUtility.ParseQueryString(request.RequestUri!.Query)["page"]!, System.Globalization.CultureInfo.InvariantCulture);
            if (page > 1 && !IsOpen)
            {
                TaskCompletionSource turn = new();
                waiting.Add((page, turn));
                await turn.Task.ConfigureAwait(false);
            }

            HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            return response;
        }
    }
}
