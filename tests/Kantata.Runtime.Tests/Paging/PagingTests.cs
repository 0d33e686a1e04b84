using System.Globalization;
using System.Net;
using Kantata.Runtime.Tests.Testing;

namespace Kantata.Runtime.Tests.Paging;

public sealed class PagingTests : IDisposable
{
    private readonly StubServer _server = new();

    public void Dispose() => _server.Dispose();

    private StoriesListQuery Stories => _server.Client().Stories.List();

    [Fact]
    public async Task A_list_gives_the_objects_of_all_pages_in_order()
    {
        _server.Answers(Page([3, 1], pageCount: 3)).Answers(Page([2, 5], pageCount: 3)).Answers(Page([4], pageCount: 3));

        Assert.Equal([3, 1, 2, 5, 4], await IdsOf(Stories));
        Assert.Equal(["page=1&per_page=200", "page=2&per_page=200", "page=3&per_page=200"], _server.Received.Select(request => request.Query));
    }

    [Fact]
    public async Task A_list_may_be_read_again()
    {
        StoriesListQuery query = Stories;
        _server.Answers(Page([1], pageCount: 1)).Answers(Page([1, 2], pageCount: 1));

        Assert.Equal([1], await IdsOf(query));
        Assert.Equal([1, 2], await IdsOf(query));
    }

    [Fact]
    public async Task Nothing_found_is_one_request_and_no_object()
    {
        _server.Answers(Page([], pageCount: 0));

        Assert.Empty(await IdsOf(Stories));
        Assert.Single(_server.Received);
    }

    [Fact]
    public async Task Without_meta_the_count_tells_how_many_pages_there_are()
    {
        _server.Answers(PageWithoutMeta([1, 2], count: 5)).Answers(PageWithoutMeta([3, 4], count: 5)).Answers(PageWithoutMeta([5], count: 5));

        Assert.Equal([1, 2, 3, 4, 5], await IdsOf(Stories.Parameter("per_page", "2")));
        Assert.Equal(3, _server.Received.Count);
        Assert.Equal("page=3&per_page=2", _server.Received[^1].Query);
    }

    [Fact]
    public async Task Without_meta_a_server_that_gives_smaller_pages_than_asked_for_is_read_to_the_end()
    {
        _server.Answers(PageWithoutMeta([1, 2], count: 3)).Answers(PageWithoutMeta([3], count: 3));

        Assert.Equal([1, 2, 3], await IdsOf(Stories));
    }

    [Fact]
    public async Task An_object_that_slid_onto_the_next_page_is_given_once()
    {
        _server.Answers(Page([1, 2], pageCount: 2)).Answers(Page([2, 3], pageCount: 2));

        Assert.Equal([1, 2, 3], await IdsOf(Stories));
    }

    [Fact]
    public async Task The_next_page_is_fetched_while_the_caller_works_on_the_last()
    {
        _server.Answers(Page([1, 2], pageCount: 2)).Answers(Page([3], pageCount: 2));
        await using IAsyncEnumerator<Story> stories = Stories.GetAsyncEnumerator();

        Assert.Empty(_server.Received);
        Assert.True(await stories.MoveNextAsync());
        Assert.Equal(2, _server.Received.Count);
    }

    [Fact]
    public async Task A_caller_that_breaks_out_ends_what_was_fetched_ahead()
    {
        bool ended = false;
        _server.Answers(Page([1, 2], pageCount: 3)).Answers(async (_, cancellationToken) =>
        {
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                ended = true;
            }

            throw new InvalidOperationException("The delay has no end.");
        });

        await foreach (Story story in Stories)
        {
            Assert.Equal(1, story.Id);
            break;
        }

        Assert.True(ended);
        Assert.Equal(2, _server.Received.Count);
    }

    [Fact]
    public async Task A_page_that_fails_is_told_after_the_objects_before_it()
    {
        _server.Answers(Page([1, 2], pageCount: 2)).Answers("", HttpStatusCode.BadGateway);
        List<Id<Story>> read = [];

        await Assert.ThrowsAsync<KantataUnavailableException>(async () =>
        {
            await foreach (Story story in Stories)
            {
                read.Add(story.Id);
            }
        });

        Assert.Equal([1, 2], read);
    }

    [Fact]
    public async Task A_caller_that_breaks_out_does_not_hear_of_a_page_that_failed_behind_it()
    {
        _server.Answers(Page([1], pageCount: 2)).Answers("", HttpStatusCode.BadGateway);

        await foreach (Story story in Stories)
        {
            Assert.Equal(1, story.Id);
            break;
        }
    }

    [Fact]
    public async Task A_cancelled_enumeration_is_cancelled()
    {
        using CancellationTokenSource stop = new();
        _server.Answers(Page([1], pageCount: 2)).Answers(async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("The delay has no end.");
        });

        OperationCanceledException e = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (Story _ in Stories.WithCancellation(stop.Token))
            {
                await stop.CancelAsync();
            }
        });

        Assert.Equal(stop.Token, e.CancellationToken);
    }

    [Fact]
    public async Task One_page_is_one_request()
    {
        _server.Answers(Page([1, 2], pageCount: 9));

        Page<Story> page = await Stories.Parameter("per_page", "50").GetPageAsync(4, pageSize: 2);

        Assert.Equal([1, 2], page.Select(story => story.Id));
        Assert.Equal("page=4&per_page=2", _server.Only.Query);
        Assert.Equal((4, 9, true), (page.PageNumber, page.PageCount, page.HasNext));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 1)]
    [InlineData(1, 0)]
    [InlineData(1, 201)]
    public async Task Pages_and_sizes_that_the_server_does_not_have_are_refused(int page, int pageSize)
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Stories.GetPageAsync(page, pageSize));
        Assert.Empty(_server.Received);
    }

    private static async Task<List<Id<Story>>> IdsOf(StoriesListQuery query)
    {
        List<Id<Story>> ids = [];
        await foreach (Story story in query)
        {
            ids.Add(story.Id);
        }

        return ids;
    }

    private static string Page(int[] ids, int pageCount) => Body(ids, string.Create(CultureInfo.InvariantCulture, $$"""
        "count": {{ids.Length}}, "meta": {"count": {{ids.Length}}, "page_count": {{pageCount}}, "page_number": 1, "page_size": 2}
        """));

    private static string PageWithoutMeta(int[] ids, int count) => Body(ids, string.Create(CultureInfo.InvariantCulture, $"\"count\": {count}"));

    private static string Body(int[] ids, string more)
    {
        IEnumerable<string> results = ids.Select(id => string.Create(CultureInfo.InvariantCulture, $$"""{"key": "stories", "id": "{{id}}"}"""));
        IEnumerable<string> stories = ids.Select(id => string.Create(CultureInfo.InvariantCulture, $$"""
            "{{id}}": {"id": "{{id}}"}
            """));
        return $$"""{"results": [{{string.Join(',', results)}}], "stories": {{{string.Join(',', stories)}}}, {{more}}}""";
    }
}
