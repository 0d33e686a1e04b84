using System.Net;
using Kantata.Runtime.Tests.Testing;

namespace Kantata.Runtime.Tests.Requests;

public class DeleteBatchTests
{
    [Fact]
    public async Task Many_are_deleted_in_batches_of_the_documented_size_and_in_their_order()
    {
        StubServer server = new StubServer().Answers(3, NoContent);
        List<KantataBatchProgress> reports = [];

        await server.Client().TimeEntries.DeleteManyAsync(Ids(1, 250), new Reports(reports.Add));

        Assert.Equal([Body(1, 100), Body(101, 100), Body(201, 50)], server.Received.Select(request => request.Body));
        Assert.All(server.Received, request => Assert.Equal(("DELETE", "/v1/time_entries", ""), (request.Method, request.Path, request.Query)));
        Assert.Equal([new(100, 250), new(200, 250), new(250, 250)], reports);
    }

    [Fact]
    public async Task A_stream_is_deleted_batch_by_batch_while_it_comes()
    {
        StubServer server = new StubServer().Answers(3, NoContent);
        List<int> sentWhenAsked = [];

        await server.Client().TimeEntries.DeleteManyAsync(Stream(250, _ => sentWhenAsked.Add(server.Received.Count)));

        Assert.Equal([Body(1, 100), Body(101, 100), Body(201, 50)], server.Received.Select(request => request.Body));
        Assert.Equal(Enumerable.Range(0, 250).Select(i => i / 100), sentWhenAsked);
    }

    [Fact]
    public async Task Of_nothing_nothing_is_deleted_and_nothing_sent()
    {
        StubServer server = new();

        await server.Client().TimeEntries.DeleteManyAsync([]);

        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task When_a_batch_is_refused_the_exception_says_what_was_deleted_what_was_refused_and_what_was_never_sent()
    {
        StubServer server = new StubServer()
            .Answers(NoContent)
            .Answers("""
                {"errors": [{"type": "validation", "message": "Time entry 142 is on an invoice", "field": "base"}, {"type": "validation", "message": "is approved", "field": "time_entries[107]"}]}
                """, HttpStatusCode.UnprocessableEntity, requestId: "r-2");

        KantataBatchException e = await Assert.ThrowsAsync<KantataBatchException>(() => server.Client().TimeEntries.DeleteManyAsync(Ids(1, 250)));

        Assert.Equal(Ids(1, 100), e.Done.Cast<Id<TimeEntry>>());
        Assert.Equal(Ids(101, 100), e.Failed.Cast<Id<TimeEntry>>());
        Assert.Equal(Ids(201, 50), e.NotSent.Cast<Id<TimeEntry>>());
        Assert.Equal(
            [(106, (Id<TimeEntry>)107, "is approved"), (141, (Id<TimeEntry>)142, "Time entry 142 is on an invoice")],
            e.Refused.Select(refusal => (refusal.Index, (Id<TimeEntry>)refusal.Item, Assert.Single(refusal.Errors).Message)));
        Assert.Equal((WriteOutcome.NotCarriedOut, "DELETE", "/time_entries", "r-2"), (e.WriteOutcome, e.Method, e.Path, e.RequestId));
        Assert.Equal(2, server.Received.Count);
    }

    [Fact]
    public async Task A_batch_that_was_not_answered_is_in_doubt_and_not_sent_again()
    {
        StubServer server = new StubServer().Answers(NoContent).Answers("", HttpStatusCode.BadGateway);

        KantataBatchException e = await Assert.ThrowsAsync<KantataBatchException>(() => server.PersistentClient().TimeEntries.DeleteManyAsync(Ids(1, 150)));

        Assert.Equal((WriteOutcome.Unknown, 100..150), (e.WriteOutcome, e.FailedRange));
        Assert.Equal(2, server.Received.Count);
    }

    [Fact]
    public async Task A_call_that_the_caller_ends_tells_what_was_deleted_and_what_is_in_doubt()
    {
        using CancellationTokenSource stop = new();
        StubServer server = new StubServer().Answers(NoContent).NeverAnswers();

        Task deleting = server.Client().TimeEntries.DeleteManyAsync(Ids(1, 250), cancellationToken: stop.Token);
        await stop.CancelAsync();
        KantataBatchCanceledException e = await Assert.ThrowsAsync<KantataBatchCanceledException>(() => deleting);

        Assert.Equal(Ids(1, 100), e.Done.Cast<Id<TimeEntry>>());
        Assert.Equal(Ids(101, 100), e.InDoubt.Cast<Id<TimeEntry>>());
        Assert.Equal(Ids(201, 50), e.NotSent.Cast<Id<TimeEntry>>());
    }

    [Fact]
    public async Task What_is_no_id_keeps_all_from_being_sent()
    {
        StubServer server = new();

        KantataRequestException e = await Assert.ThrowsAsync<KantataRequestException>(() => server.Client().TimeEntries.DeleteManyAsync([1, default, (Id<TimeEntry>)"3,4"]));

        Assert.Equal(["ids[1] is no id", "ids[2] is no id"], e.Problems);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task Ids_go_into_the_query_where_the_operation_takes_them_there_and_what_was_deleted_is_answered()
    {
        StubServer server = new StubServer().Answers("""{"deleted": [2, 1]}""");

        IReadOnlyList<Id<Expense>> deleted = await server.Client().TimeEntries.DeleteExpensesAsync([1, 2]);

        Assert.Equal([1, 2], deleted);
        Assert.Equal(("DELETE", "/v1/expenses", "ids=1,2", ""), (server.Received[0].Method, server.Received[0].Path, server.Received[0].Query, server.Received[0].Body));
    }

    [Theory]
    [InlineData("""{"deleted": [1]}""")]
    [InlineData("""{"deleted": null}""")]
    [InlineData("""{}""")]
    [InlineData("")]
    public async Task A_batch_whose_answer_does_not_account_for_every_id_has_failed(string answer)
    {
        StubServer server = new StubServer().Answers(answer);

        KantataBatchException e = await Assert.ThrowsAsync<KantataBatchException>(() => server.Client().TimeEntries.DeleteExpensesAsync([1, 2]));

        Assert.Equal("deleted", Assert.IsType<UnreadableResponseException>(e.InnerException).MemberPath);
        Assert.Equal((WriteOutcome.CarriedOut, 0..2), (e.WriteOutcome, e.FailedRange));
    }

    private static IEnumerable<Id<TimeEntry>> Ids(int first, int count) => Enumerable.Range(first, count).Select(static id => (Id<TimeEntry>)id);

    private static string Body(int first, int count) => $$"""{"ids":"{{string.Join(',', Enumerable.Range(first, count))}}"}""";

    private static async IAsyncEnumerable<Id<TimeEntry>> Stream(int count, Action<Id<TimeEntry>> see)
    {
        foreach (Id<TimeEntry> id in Ids(1, count))
        {
            await Task.Yield();
            see(id);
            yield return id;
        }
    }

    private static HttpResponseMessage NoContent(HttpRequestMessage request) => new(HttpStatusCode.NoContent);

    private sealed class Reports(Action<KantataBatchProgress> see) : IProgress<KantataBatchProgress>
    {
        public void Report(KantataBatchProgress value) => see(value);
    }
}
