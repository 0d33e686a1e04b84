using System.Globalization;
using System.Net;
using System.Text.Json;
using Kantata.Runtime.Tests.Testing;

namespace Kantata.Runtime.Tests.Requests;

public class BatchTests
{
    [Fact]
    public async Task Many_are_created_in_batches_of_the_documented_size_and_in_their_order()
    {
        StubServer server = new StubServer().Answers(CreateAll).Answers(CreateAll).Answers(CreateAll);

        IReadOnlyList<BillingMilestone> created = await server.Client().BillingMilestones.CreateManyAsync(Drafts(250), q => q.IncludeStory());

        Assert.Equal(Enumerable.Range(0, 250).Select(i => $"Draft {i}"), created.Select(milestone => milestone.Title));
        Assert.Equal([100, 100, 50], server.Received.Select(request => Titles(request.Body!).Count));
        Assert.All(server.Received, request => Assert.Equal(("POST", "/v1/billing_milestones", "include=story"), (request.Method, request.Path, request.Query)));
    }

    [Fact]
    public async Task The_result_has_the_order_of_the_input_whatever_the_order_of_the_collection()
    {
        StubServer server = new StubServer().Answers("""
            {"results": [{"key": "billing_milestones", "id": "9"}, {"key": "billing_milestones", "id": "3"}], "billing_milestones": {"3": {"title": "Draft 1"}, "9": {"title": "Draft 0"}}}
            """);

        IReadOnlyList<BillingMilestone> created = await server.Client().BillingMilestones.CreateManyAsync(Drafts(2));

        Assert.Equal(["Draft 0", "Draft 1"], created.Select(milestone => milestone.Title));
    }

    [Fact]
    public async Task Of_nothing_nothing_is_created_and_nothing_sent()
    {
        StubServer server = new();

        Assert.Empty(await server.Client().BillingMilestones.CreateManyAsync([]));
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task One_invalid_request_keeps_all_from_being_sent()
    {
        StubServer server = new();
        List<BillingMilestoneCreateRequest> drafts = [.. Drafts(150)];
        drafts[120].BillingType = BillingType.UponCompletion;
        drafts[130].ExternalReference = new();

        KantataRequestException e = await Assert.ThrowsAsync<KantataRequestException>(() => server.Client().BillingMilestones.CreateManyAsync(drafts));

        Assert.Equal(
            [
                "billing_milestones[120]: StoryId is required when billing_type is upon_completion",
                "billing_milestones[130].external_reference: one of ServiceName, ServiceModel is required",
            ],
            e.Problems);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task When_a_batch_fails_the_exception_says_what_was_done_and_what_was_not()
    {
        StubServer server = new StubServer()
            .Answers(CreateAll)
            .Answers("""{"errors": [{"type": "validation", "message": "is taken", "field": "title"}]}""", HttpStatusCode.UnprocessableEntity, requestId: "r-2");
        List<BillingMilestoneCreateRequest> drafts = [.. Drafts(250)];

        KantataBatchException e = await Assert.ThrowsAsync<KantataBatchException>(() => server.Client().BillingMilestones.CreateManyAsync(drafts));

        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"Draft {i}"), e.Created.Cast<BillingMilestone>().Select(milestone => milestone.Title));
        Assert.Equal(drafts[100..200], e.Failed);
        Assert.Equal(drafts[200..], e.NotSent);
        Assert.Equal(100..200, e.FailedRange);
        Assert.Equal(200..250, e.NotSentRange);
        Assert.Equal("title", Assert.Single(Assert.IsType<KantataValidationException>(e.InnerException).Errors).Field);
        Assert.Equal(("POST", "/billing_milestones", "r-2"), (e.Method, e.Path, e.RequestId));
        Assert.StartsWith("The batch of the items 100 to 199 failed; 100 items were created before it, and 50 were not sent. ", e.Message, StringComparison.Ordinal);
        Assert.Equal(2, server.Received.Count);
    }

    [Fact]
    public async Task A_batch_of_which_not_all_was_answered_has_failed()
    {
        StubServer server = new StubServer().Answers("""{"results": [{"key": "billing_milestones", "id": "3"}], "billing_milestones": {"3": {}}}""", requestId: "r-1");

        KantataBatchException e = await Assert.ThrowsAsync<KantataBatchException>(() => server.Client().BillingMilestones.CreateManyAsync(Drafts(2)));

        Assert.Equal("results", Assert.IsType<UnreadableResponseException>(e.InnerException).MemberPath);
        Assert.Empty(e.Created);
        Assert.Equal(0..2, e.FailedRange);
    }

    [Fact]
    public async Task A_call_that_the_caller_ends_between_batches_is_cancelled()
    {
        using CancellationTokenSource stop = new();
        StubServer server = new StubServer().Answers(request =>
        {
            HttpResponseMessage response = CreateAll(request);
            stop.Cancel();
            return response;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => server.Client().BillingMilestones.CreateManyAsync(Drafts(250), cancellationToken: stop.Token));
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task Nothing_and_null_are_refused()
    {
        BillingMilestonesClient milestones = new StubServer().Client().BillingMilestones;

        await Assert.ThrowsAsync<ArgumentNullException>(() => milestones.CreateManyAsync(null!));
        await Assert.ThrowsAsync<ArgumentException>(() => milestones.CreateManyAsync([Drafts(1).First(), null!]));
    }

    private static IEnumerable<BillingMilestoneCreateRequest> Drafts(int count) => Enumerable.Range(0, count)
        .Select(i => new BillingMilestoneCreateRequest { Title = string.Create(CultureInfo.InvariantCulture, $"Draft {i}"), AmountInCents = 100, WorkspaceId = 10 });

    private static HttpResponseMessage CreateAll(HttpRequestMessage request)
    {
        List<string> titles = Titles(request.Content!.ReadAsStringAsync().Result);
        IEnumerable<string> results = titles.Select((_, i) => $$"""{"key": "billing_milestones", "id": "{{i}}"}""");
        IEnumerable<string> milestones = titles.Select((title, i) => $$"""
            "{{i}}": {"id": "{{i}}", "title": "{{title}}"}
            """);
        return StubServer.Response($$"""{"results": [{{string.Join(',', results)}}], "billing_milestones": {{{string.Join(',', milestones)}}} }""");
    }

    private static List<string> Titles(string body)
    {
        using JsonDocument document = JsonDocument.Parse(body);
        return document.RootElement.GetProperty("billing_milestones").EnumerateArray().Select(milestone => milestone.GetProperty("title").GetString()!).ToList();
    }
}
