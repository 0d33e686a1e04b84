using Kantata.Runtime.Tests.Testing;

namespace Kantata.Runtime.Tests.Paging;

public class PrefetchTests
{
    private static readonly TimeSpan _latency = TimeSpan.FromMilliseconds(50);

    [Theory]
    [InlineData(0, 50)]
    [InlineData(1, 50)]
    [InlineData(2, 26)]
    [InlineData(3, 18)]
    [InlineData(4, 14)]
    [InlineData(5, 11)]
    [InlineData(6, 10)]
    [InlineData(7, 8)]
    [InlineData(8, 8)]
    public async Task Fifty_pages_take_the_first_and_then_as_many_round_trips_as_pages_in_flight_leave(int pages, int roundTrips)
    {
        StoryServer server = new(500) { Clock = new VirtualClock(), Latency = _latency };

        Task<List<Story>> reading = server.Stories(pageSize: 10).Prefetch(pages).ToListAsync();
        TimeSpan took = server.Clock.PassUntil(reading, TimeSpan.FromMilliseconds(1));

        Assert.Equal(Enumerable.Range(1, 500).Select(id => (Id<Story>)id), (await reading).Select(story => story.Id));
        Assert.Equal(_latency * roundTrips, took);
        Assert.Equal(50, server.Queries.Count);
        Assert.Equal(Math.Max(1, pages), server.MostUnderWay);
    }

    [Fact]
    public async Task Nothing_is_fetched_ahead_before_the_first_page_tells_how_many_there_are()
    {
        StoryServer server = new(5) { Clock = new VirtualClock(), Latency = _latency };

        Task<List<Story>> reading = server.Stories(pageSize: 10).Prefetch(8).ToListAsync();
        server.Clock.PassUntil(reading);

        Assert.Equal(5, (await reading).Count);
        Assert.Equal(["page=1&per_page=10"], server.Queries);
    }

    [Fact]
    public async Task Pages_are_fetched_while_the_caller_works_and_no_more_than_were_asked_for()
    {
        StoryServer server = new(100);
        await using IAsyncEnumerator<Story> stories = server.Stories(pageSize: 10).Prefetch(4).GetAsyncEnumerator();

        for (int i = 1; i <= 10; i++)
        {
            Assert.True(await stories.MoveNextAsync());
            Assert.Equal(1 + 4, server.Queries.Count);
        }

        Assert.True(await stories.MoveNextAsync());
        Assert.Equal(2 + 4, server.Queries.Count);
    }

    [Fact]
    public async Task Without_prefetch_a_page_is_fetched_when_the_caller_needs_it()
    {
        StoryServer server = new(4);
        await using IAsyncEnumerator<Story> stories = server.Stories(pageSize: 2).Prefetch(0).GetAsyncEnumerator();

        Assert.True(await stories.MoveNextAsync() && await stories.MoveNextAsync());
        Assert.Single(server.Queries);
        Assert.True(await stories.MoveNextAsync());
        Assert.Equal(2, server.Queries.Count);
    }

    [Fact]
    public async Task A_caller_that_breaks_out_ends_everything_that_is_under_way_without_waiting_for_it()
    {
        int fetched = 0;
        StoryServer server = new(100) { Clock = new VirtualClock(), Latency = _latency, BeforeAnswer = _ => fetched++ };
        IAsyncEnumerator<Story> stories = server.Stories(pageSize: 10).Prefetch(4).GetAsyncEnumerator();
        Task<bool> first = stories.MoveNextAsync().AsTask();
        server.Clock.PassUntil(first);

        await stories.DisposeAsync();

        Assert.True(await first);
        Assert.Equal(1, fetched);
        Assert.Equal(5, server.Queries.Count);
        server.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(1, fetched);
        Assert.Equal(5, server.Queries.Count);
    }

    [Fact]
    public async Task A_caller_that_cancels_ends_everything_that_is_under_way()
    {
        using CancellationTokenSource stop = new();
        StoryServer server = new(100) { Clock = new VirtualClock(), Latency = _latency };
        Task<List<Story>> reading = server.Stories(pageSize: 10).Prefetch(4).ToListAsync(stop.Token);
        server.Clock.Pass(_latency);

        await stop.CancelAsync();

        OperationCanceledException e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Equal(stop.Token, e.CancellationToken);
        Assert.Equal(_latency, server.Clock.Elapsed);
        Assert.Equal(5, server.Queries.Count);
    }

    [Fact]
    public void Prefetch_is_a_query_of_its_own_like_every_other_method()
    {
        StoriesListQuery query = new StoryServer(1).Stories();

        Assert.NotSame(query, query.Prefetch(4));
        Assert.Throws<ArgumentOutOfRangeException>(() => query.Prefetch(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => query.Prefetch(33));
    }

    [Fact]
    public async Task The_way_of_reading_stays_when_parameters_follow()
    {
        StoryServer server = new(40);

        await foreach (Story _ in server.Stories(pageSize: 10).Prefetch(3).Parameter("search", "x"))
        {
            break;
        }

        Assert.Equal(4, server.Queries.Count);
    }
}
