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

        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"Draft {i}"), e.Done.Cast<BillingMilestone>().Select(milestone => milestone.Title));
        Assert.Equal(drafts[100..200], e.Failed);
        Assert.Equal(drafts[200..], e.NotSent);
        Assert.Equal(100..200, e.FailedRange);
        Assert.Equal(200..250, e.NotSentRange);
        Assert.Equal("title", Assert.Single(Assert.IsType<KantataValidationException>(e.InnerException).Errors).Field);
        Assert.Equal(("POST", "/billing_milestones", "r-2"), (e.Method, e.Path, e.RequestId));
        Assert.StartsWith("The batch of the items 100 to 199 failed; 100 items were done before it, and 50 were not sent. ", e.Message, StringComparison.Ordinal);
        Assert.Equal(2, server.Received.Count);
    }

    [Fact]
    public async Task A_batch_of_which_not_all_was_answered_has_failed()
    {
        StubServer server = new StubServer().Answers("""{"results": [{"key": "billing_milestones", "id": "3"}], "billing_milestones": {"3": {}}}""", requestId: "r-1");

        KantataBatchException e = await Assert.ThrowsAsync<KantataBatchException>(() => server.Client().BillingMilestones.CreateManyAsync(Drafts(2)));

        Assert.Equal("results", Assert.IsType<UnreadableResponseException>(e.InnerException).MemberPath);
        Assert.Empty(e.Done);
        Assert.Equal(0..2, e.FailedRange);
    }

    [Fact]
    public async Task A_call_that_the_caller_ends_between_batches_tells_what_was_created_and_what_was_not_sent()
    {
        using CancellationTokenSource stop = new();
        StubServer server = new StubServer().Answers(request =>
        {
            HttpResponseMessage response = CreateAll(request);
            stop.Cancel();
            return response;
        });
        List<BillingMilestoneCreateRequest> drafts = [.. Drafts(250)];

        // What the server answered in spite of it is lost with the cancellation, so that the first batch is in doubt.
        KantataBatchCanceledException e = await Assert.ThrowsAsync<KantataBatchCanceledException>(() => server.Client().BillingMilestones.CreateManyAsync(drafts, cancellationToken: stop.Token));

        Assert.Equal(stop.Token, e.CancellationToken);
        Assert.Equal(250, e.Done.Count + e.InDoubt.Count + e.NotSent.Count);
        Assert.Equal(drafts[100..], e.NotSent);
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task A_call_that_the_caller_ends_when_progress_is_reported_leaves_nothing_in_doubt()
    {
        using CancellationTokenSource stop = new();
        StubServer server = new StubServer().Answers(CreateAll);
        List<BillingMilestoneCreateRequest> drafts = [.. Drafts(250)];

        Task<IReadOnlyList<BillingMilestone>> creating = server.Client().BillingMilestones.CreateManyAsync(drafts, new Reports(_ => stop.Cancel()), stop.Token);
        KantataBatchCanceledException e = await Assert.ThrowsAsync<KantataBatchCanceledException>(() => creating);

        Assert.True(creating.IsCanceled);
        Assert.Equal(100, e.Done.Count);
        Assert.Empty(e.InDoubt);
        Assert.Equal(drafts[100..], e.NotSent);
    }

    [Fact]
    public async Task A_batch_that_is_under_way_when_the_caller_ends_the_call_is_in_doubt()
    {
        using CancellationTokenSource stop = new();
        StubServer server = new StubServer().Answers(CreateAll).NeverAnswers();
        List<BillingMilestoneCreateRequest> drafts = [.. Drafts(250)];

        Task creating = server.Client().BillingMilestones.CreateManyAsync(drafts, cancellationToken: stop.Token);
        await stop.CancelAsync();
        KantataBatchCanceledException e = await Assert.ThrowsAsync<KantataBatchCanceledException>(() => creating);

        Assert.Equal((100, 100, 50), (e.Done.Count, e.InDoubt.Count, e.NotSent.Count));
        Assert.Equal(drafts[100..200], e.InDoubt);
    }

    [Fact]
    public async Task A_batch_that_waits_for_the_server_to_recover_when_the_caller_ends_the_call_was_not_sent()
    {
        using CancellationTokenSource stop = new();
        StubServer server = new StubServer { Clock = new VirtualClock() }.Answers(CreateAll).Answers("", HttpStatusCode.TooManyRequests);
        List<BillingMilestoneCreateRequest> drafts = [.. Drafts(250)];

        Task creating = server.PersistentClient().BillingMilestones.CreateManyAsync(drafts, cancellationToken: stop.Token);
        await stop.CancelAsync();
        KantataBatchCanceledException e = await Assert.ThrowsAsync<KantataBatchCanceledException>(() => creating);

        Assert.Empty(e.InDoubt);
        Assert.Equal(drafts[100..], e.NotSent);
    }

    [Fact]
    public async Task A_batch_that_was_not_answered_is_in_doubt_and_the_exception_says_so_once()
    {
        StubServer server = new StubServer().Answers(CreateAll).Answers("", HttpStatusCode.BadGateway, requestId: "r-2");

        KantataBatchException e = await Assert.ThrowsAsync<KantataBatchException>(() => server.PersistentClient().BillingMilestones.CreateManyAsync(Drafts(150)));

        Assert.Equal((WriteOutcome.Unknown, "r-2"), (e.WriteOutcome, e.RequestId));
        Assert.EndsWith("(request id r-2) It may have been carried out.", e.Message, StringComparison.Ordinal);
        Assert.Equal(e.Message.IndexOf("It may", StringComparison.Ordinal), e.Message.LastIndexOf("It may", StringComparison.Ordinal));
        Assert.Equal(2, server.Received.Count);
    }

    [Theory]
    [InlineData("billing_milestones[7].title")]
    [InlineData("billing_milestones.7.title")]
    [InlineData("[7]title")]
    public async Task Errors_that_name_an_item_are_told_with_the_item(string field)
    {
        StubServer server = new StubServer().Answers(CreateAll).Answers($$"""
            {"errors": [{"type": "validation", "message": "is taken", "field": "{{field}}"}, {"type": "validation", "message": "is blank", "field": "{{field}}"}, {"type": "system", "message": "No."}]}
            """, HttpStatusCode.UnprocessableEntity);
        List<BillingMilestoneCreateRequest> drafts = [.. Drafts(150)];

        KantataBatchException e = await Assert.ThrowsAsync<KantataBatchException>(() => server.Client().BillingMilestones.CreateManyAsync(drafts));

        KantataRefusal refusal = Assert.Single(e.Refused);
        Assert.Equal((107, drafts[107]), (refusal.Index, refusal.Item));
        Assert.Equal(["is taken", "is blank"], refusal.Errors.Select(error => error.Message));
        Assert.Equal(WriteOutcome.NotCarriedOut, e.WriteOutcome);
    }

    [Fact]
    public async Task Errors_of_a_batch_of_one_are_that_items()
    {
        StubServer server = new StubServer().Answers("""{"errors": [{"type": "validation", "message": "is taken", "field": "title"}]}""", HttpStatusCode.UnprocessableEntity);

        KantataBatchException e = await Assert.ThrowsAsync<KantataBatchException>(() => server.Client().BillingMilestones.CreateManyAsync(Drafts(1)));

        Assert.Equal(0, Assert.Single(e.Refused).Index);
    }

    [Fact]
    public async Task Progress_is_told_after_each_batch()
    {
        StubServer server = new StubServer().Answers(3, CreateAll);
        List<KantataBatchProgress> reports = [];

        await server.Client().BillingMilestones.CreateManyAsync(Drafts(250), new Reports(reports.Add));

        Assert.Equal([new(100, 250), new(200, 250), new(250, 250)], reports);
    }

    [Fact]
    public async Task Progress_that_fails_loses_nothing()
    {
        StubServer server = new StubServer().Answers(CreateAll);

        KantataBatchException e = await Assert.ThrowsAsync<KantataBatchException>(
            () => server.Client().BillingMilestones.CreateManyAsync(Drafts(150), new Reports(_ => throw new InvalidOperationException("Full."))));

        Assert.IsType<InvalidOperationException>(e.InnerException);
        Assert.Equal((100, 0, 50), (e.Done.Count, e.Failed.Count, e.NotSent.Count));
    }

    [Fact]
    public async Task A_stream_is_sent_batch_by_batch_while_it_comes()
    {
        StubServer server = new StubServer().Answers(3, CreateAll);
        List<int> sentWhenAsked = [];
        List<KantataBatchProgress> reports = [];

        IReadOnlyList<BillingMilestone> created = await server.Client().BillingMilestones.CreateManyAsync(Stream(250, _ => sentWhenAsked.Add(server.Received.Count)), new Reports(reports.Add));

        Assert.Equal(Enumerable.Range(0, 250).Select(i => $"Draft {i}"), created.Select(milestone => milestone.Title));
        Assert.Equal(Enumerable.Range(0, 250).Select(i => i / 100), sentWhenAsked);
        Assert.Equal([new(100, null), new(200, null), new(250, null)], reports);
    }

    [Fact]
    public async Task A_stream_of_which_one_request_is_invalid_ends_before_its_batch()
    {
        StubServer server = new StubServer().Answers(CreateAll);

        KantataBatchException e = await Assert.ThrowsAsync<KantataBatchException>(
            () => server.Client().BillingMilestones.CreateManyAsync(Stream(250, draft => draft.BillingType = draft.Title == "Draft 120" ? BillingType.UponCompletion : BillingType.FixedDate), progress: null));

        Assert.Equal(["billing_milestones[120]: StoryId is required when billing_type is upon_completion"], Assert.IsType<KantataRequestException>(e.InnerException).Problems);
        Assert.Equal((100, 0, 100, WriteOutcome.NotCarriedOut), (e.Done.Count, e.Failed.Count, e.NotSent.Count, e.WriteOutcome));
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task A_stream_that_fails_tells_what_was_created_before()
    {
        StubServer server = new StubServer().Answers(CreateAll);

        KantataBatchException e = await Assert.ThrowsAsync<KantataBatchException>(
            () => server.Client().BillingMilestones.CreateManyAsync(Stream(250, draft => _ = draft.Title == "Draft 120" ? throw new IOException("The disk is gone.") : 0), progress: null));

        Assert.Equal("The input ended with a failure after 100 items were done. The disk is gone.", e.Message);
        Assert.Equal((100, 0, 20), (e.Done.Count, e.Failed.Count, e.NotSent.Count));
    }

    [Theory]
    [InlineData(250, 250, 0, "The input could not be closed after 250 items were done. The disk is gone.")]
    [InlineData(1, 0, 1, "The batch of the items 0 to 0 failed")]
    public async Task A_stream_that_cannot_be_closed_loses_no_account(int count, int done, int failed, string message)
    {
        StubServer server = new StubServer().Answers(3, request => done > 0 ? CreateAll(request) : StubServer.Response("", HttpStatusCode.InternalServerError));

        KantataBatchException e = await Assert.ThrowsAsync<KantataBatchException>(() => server.Client().BillingMilestones.CreateManyAsync(new UnclosableStream(count), progress: null));

        Assert.StartsWith(message, e.Message, StringComparison.Ordinal);
        Assert.Equal((done, failed, 0), (e.Done.Count, e.Failed.Count, e.NotSent.Count));
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

    private static async IAsyncEnumerable<BillingMilestoneCreateRequest> Stream(int count, Action<BillingMilestoneCreateRequest> see)
    {
        foreach (BillingMilestoneCreateRequest draft in Drafts(count))
        {
            await Task.Yield();
            see(draft);
            yield return draft;
        }
    }

    private sealed class UnclosableStream(int count) : IAsyncEnumerable<BillingMilestoneCreateRequest>, IAsyncEnumerator<BillingMilestoneCreateRequest>
    {
        private readonly IEnumerator<BillingMilestoneCreateRequest> _drafts = Drafts(count).GetEnumerator();

        public BillingMilestoneCreateRequest Current => _drafts.Current;

        public IAsyncEnumerator<BillingMilestoneCreateRequest> GetAsyncEnumerator(CancellationToken cancellationToken = default) => this;

        public ValueTask<bool> MoveNextAsync() => new(_drafts.MoveNext());

        public ValueTask DisposeAsync() => throw new IOException("The disk is gone.");
    }

    private sealed class Reports(Action<KantataBatchProgress> see) : IProgress<KantataBatchProgress>
    {
        public void Report(KantataBatchProgress value) => see(value);
    }

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
