using System.Net;
using System.Text.Json;
using Kantata.Runtime.Tests.Testing;

namespace Kantata.Runtime.Tests.Json;

public class EnvelopeTests
{
    // As an old server answers: no meta, ids as texts, members in an order of their own, and some that no document names.
    private const string Stories = """
        {"count":1659,"stories":{
          "114423157":{"title":"Kick-off ✓","description":null,"updated_at":"2016-07-19T14:33:56-07:00","priority":"normal","ancestor_ids":[],"workspace_id":"10697787","parent_id":null,"id":"114423157"},
          "114458067":{"title":"Survey","description":"x","updated_at":"2016-07-19T14:35:34-07:00","priority":"normal","ancestor_ids":["1","2"],"workspace_id":"10699887","parent_id":null,"id":"114458067"}},
         "results":[{"key":"stories","id":"114458067"},{"key":"stories","id":"114423157"}]}
        """;

    [Fact]
    public async Task A_page_without_meta_is_reckoned_from_its_count()
    {
        Page<Story> page = await new StubServer().Answers(Stories).Client().Stories.List().GetPageAsync(3, pageSize: 2);

        Assert.Equal(["Survey", "Kick-off ✓"], page.Select(story => story.Title));
        Assert.Equal(1659, page.TotalCount);
        Assert.Equal(3, page.PageNumber);
        Assert.Equal(2, page.PageSize);
        Assert.Equal(830, page.PageCount);
        Assert.True(page.HasNext);
        Assert.Null(page[0].Parent);
    }

    [Fact]
    public async Task A_page_with_meta_is_as_the_server_says()
    {
        Page<Story> page = await new StubServer()
            .Answers("""{"count": 7, "results": [], "stories": {}, "meta": {"count": 5, "page_count": 3, "page_number": 2, "page_size": 2, "more": {}}}""")
            .Client().Stories.List().GetPageAsync(2, pageSize: 50);

        Assert.Equal((5, 2, 2, 3), (page.TotalCount, page.PageNumber, page.PageSize, page.PageCount));
    }

    [Fact]
    public async Task Nothing_found_is_an_empty_page()
    {
        Page<Story> page = await new StubServer()
            .Answers("""{"count": 0, "results": [], "stories": {}, "meta": {"count": 0, "page_count": 0, "page_number": 0, "page_size": 200}}""")
            .Client().Stories.List().GetPageAsync(1);

        Assert.Empty(page);
        Assert.Equal((0, 1, 0, false), (page.TotalCount, page.PageNumber, page.PageCount, page.HasNext));
    }

    [Theory]
    [InlineData("""{"results": R, "count": 2, "stories": S}""")]
    [InlineData("""{"stories": S, "results": R, "count": "2"}""")]
    [InlineData("""{"count": 2, "stories": S, "unknown": [{"a": [1, {}]}], "results": R, "comets": {"1": {}}}""")]
    [InlineData("\uFEFF \r\n\t{ \"stories\" :\nS , \"results\":R,\"count\":2 } \n")]
    [InlineData("""{"results": [{"key": "stories", "id": "9"}], "stories": {"9": {}}, "count": 5, "count": 2, "results": R, "stories": S}""")]
    [InlineData("""{"st\u006fries": S, "\u0072esults": R, "count": 2}""")]
    public async Task The_order_of_results_is_kept_whatever_the_order_of_members(string body)
    {
        body = body
            .Replace("R", """[{"id": "2", "key": "stories"}, {"key": "stories", "x": [], "id": 1}]""", StringComparison.Ordinal)
            .Replace("S", """{"1": {"title": "One", "id": "1"}, "2": {"id": "2", "title": "Two"}}""", StringComparison.Ordinal);

        Page<Story> page = await new StubServer().Answers(body).Client().Stories.List().GetPageAsync(1);

        Assert.Equal(["Two", "One"], page.Select(story => story.Title));
        Assert.Equal(2, page.TotalCount);
    }

    [Fact]
    public async Task Of_a_member_that_comes_twice_the_last_counts()
    {
        BillingMilestone milestone = await GetAsync("""{"id": "42", "title": "first", "title": "last"}""");

        Assert.Equal("last", milestone.Title);
    }

    [Fact]
    public async Task An_object_without_its_id_has_that_of_its_place_in_the_collection()
    {
        Assert.Equal(42, (await GetAsync("""{"title": "x"}""")).Id);
        Assert.Equal(42, (await GetAsync("""{"id": null}""")).Id);
        Assert.Equal(42, (await GetAsync("""{"id": 42}""")).Id);
    }

    [Fact]
    public async Task Names_with_escapes_are_the_names_they_spell()
    {
        BillingMilestone milestone = await GetAsync("""{"t\u0069tle": "x", "\u0061mount_in_cents": 5}""");

        Assert.Equal("x", milestone.Title);
        Assert.Equal(5, milestone.AmountInCents);
    }

    [Fact]
    public async Task Members_that_no_document_names_are_skipped()
    {
        BillingMilestone milestone = await GetAsync("""{"new": {"deep": [1, {"x": "}"}]}, "title": "x", "": 1, "titles": [], "id": "42"}""");

        Assert.Equal("x", milestone.Title);
        Assert.Empty(milestone.UnknownMembers);
    }

    [Fact]
    public async Task Members_that_no_document_names_are_kept_where_that_is_wanted()
    {
        StubServer server = new StubServer().Answers(Body("""{"new": {"deep": [1]}, "title": "x", "other": null, "status": {"shade": 3}}"""));

        BillingMilestone milestone = await server.Client(options => options.KeepUnknownMembers = true).BillingMilestones.GetAsync(42);

        Assert.Equal(["new", "other"], milestone.UnknownMembers.Keys.Order());
        Assert.Equal("""{"deep": [1]}""", milestone.UnknownMembers["new"].GetRawText());
        Assert.Equal(JsonValueKind.Null, milestone.UnknownMembers["other"].ValueKind);
        Assert.Equal(3, milestone.Status!.UnknownMembers["shade"].GetInt32());
    }

    [Fact]
    public async Task Objects_of_one_response_may_each_have_an_order_and_members_of_their_own()
    {
        Page<Story> page = await new StubServer().Answers("""
            {"count": 4, "results": [{"key": "stories", "id": "1"}, {"key": "stories", "id": "2"}, {"key": "stories", "id": "3"}, {"key": "stories", "id": "4"}], "stories": {
              "1": {"id": "1", "title": "One", "workspace_id": "10", "tag_names": ["a"]},
              "2": {"id": "2", "title": "Two", "workspace_id": "20", "tag_names": ["b"]},
              "3": {"tag_names": ["c"], "workspace_id": "30", "title": "Three", "id": "3"},
              "4": {"x": 1, "title": "Four", "y": 2}}}
            """).Client().Stories.List().WithTagNames().GetPageAsync(1);

        Assert.Equal(["One 10 a", "Two 20 b", "Three 30 c", "Four  "], page.Select(story => $"{story.Title} {story.WorkspaceId} {story.TagNames?[0]}"));
    }

    [Fact]
    public async Task Composite_ids_are_found()
    {
        StubServer server = new StubServer().Answers("""
            {"results": [{"key": "stories", "id": "7:a"}], "count": 1, "stories": {"7:a": {"id": "7:a", "parent_id": "7:b"}, "7:b": {"id": "7:b", "title": "Parent"}}}
            """);

        Page<Story> page = await server.Client().Stories.List().IncludeParent().GetPageAsync(1);

        Assert.Equal((Id<Story>)"7:a", page[0].Id);
        Assert.Equal("Parent", page[0].Parent?.Title);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("  \n", "")]
    [InlineData("null", "")]
    [InlineData("[]", "")]
    [InlineData("\"text\"", "")]
    [InlineData("<html><body>Bad gateway</body></html>", "")]
    [InlineData("{", "")]
    [InlineData("{}", "results")]
    [InlineData("""{"results": null}""", "results")]
    [InlineData("""{"results": []}""", "results")]
    [InlineData("""{"results": {}}""", "results")]
    [InlineData("""{"results": ["42"]}""", "results[0]")]
    [InlineData("""{"results": [null]}""", "results[0]")]
    [InlineData("""{"results": [{"key": "billing_milestones"}]}""", "results[0]")]
    [InlineData("""{"results": [{"key": "billing_milestones", "id": "42"}]}""", "results[0]")]
    [InlineData("""{"results": [{"key": "comets", "id": "42"}]}""", "results[0]")]
    [InlineData("""{"results": [{"key": "billing_milestones", "id": "43"}], "billing_milestones": {"42": {}}}""", "results[0]")]
    [InlineData("""{"results": [{"key": "stories", "id": "7"}], "stories": {"7": {}}}""", "stories.7")]
    [InlineData("""{"billing_milestones": []}""", "billing_milestones")]
    [InlineData("""{"billing_milestones": {"42": null}}""", "billing_milestones.42")]
    [InlineData("""{"billing_milestones": {"": {}}}""", "billing_milestones")]
    [InlineData("""{"billing_milestones": {"42": {"title": "cut o""", "billing_milestones.42.title")]
    [InlineData("""{"billing_milestones": {"42": {"labels": ["a", "b""", "billing_milestones.42.labels[0]")]
    [InlineData("""{"results": [{"key": "billing_milestones", "id": "42"}], "billing_milestones": {"42": {}}} x""", "")]
    [InlineData("""{"results": [{"key": "billing_milestones", "id": "42"}], "billing_milestones": {"42": {}},}""", "billing_milestones")]
    [InlineData("""{/* no comment */ "results": []}""", "")]
    [InlineData("""{"\ud800": 1}""", "?")]
    [InlineData("""{"count": -1}""", "count")]
    [InlineData("""{"count": 99999999999}""", "count")]
    [InlineData("""{"meta": {"count": "many"}}""", "meta.count")]
    public async Task An_answer_that_is_not_an_envelope_is_refused_with_its_place(string body, string place)
    {
        StubServer server = new StubServer().Answers(body, requestId: "r-1");

        UnreadableResponseException e = await Assert.ThrowsAsync<UnreadableResponseException>(() => server.Client().BillingMilestones.GetAsync(42));

        Assert.Equal(place, e.MemberPath);
        Assert.Equal("r-1", e.RequestId);
    }

    [Fact]
    public async Task A_page_of_HTML_is_named_as_what_it_says_it_is()
    {
        StubServer server = new StubServer().Answers("<html></html>", mediaType: "text/html");

        UnreadableResponseException e = await Assert.ThrowsAsync<UnreadableResponseException>(() => server.Client().BillingMilestones.GetAsync(42));

        Assert.Contains("text/html", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_does_not_say_how_long_it_is_is_refused()
    {
        StubServer server = new StubServer().Answers("""{"results": [], "stories": {}}""");

        UnreadableResponseException e = await Assert.ThrowsAsync<UnreadableResponseException>(() => server.Client().Stories.List().GetPageAsync(1));

        Assert.Equal("count", e.MemberPath);
    }

    [Fact]
    public async Task Nesting_without_end_is_refused()
    {
        string deep = string.Concat(Enumerable.Repeat("[", 100_000));
        StubServer server = new StubServer().Answers(Body("{\"details\": " + deep)).Answers(Body("{\"unknown\": " + deep));

        await Assert.ThrowsAsync<UnreadableResponseException>(() => server.Client().BillingMilestones.GetAsync(42));
        await Assert.ThrowsAsync<UnreadableResponseException>(() => server.Client().BillingMilestones.GetAsync(42));
    }

    [Fact]
    public async Task Text_that_is_not_UTF_8_is_refused()
    {
        byte[] body = [.. "{\"results\": [{\"key\": \"billing_milestones\", \"id\": \"42\"}], \"billing_milestones\": {\"42\": {\"title\": \""u8, 0xC3, 0x28, .. "\"}}}"u8];
        StubServer server = new StubServer().Answers(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body) });

        UnreadableResponseException e = await Assert.ThrowsAsync<UnreadableResponseException>(() => server.Client().BillingMilestones.GetAsync(42));

        Assert.Equal("billing_milestones.42.title", e.MemberPath);
    }

    private static string Body(string milestone) =>
        """{"results": [{"key": "billing_milestones", "id": "42"}], "billing_milestones": {"42": """ + milestone + "}}";

    private static Task<BillingMilestone> GetAsync(string milestone) => new StubServer().Answers(Body(milestone)).Client().BillingMilestones.GetAsync(42);
}
