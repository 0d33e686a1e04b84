using System.Net;
using Kantata.Runtime.Tests.Testing;
using Microsoft.Extensions.Logging;

namespace Kantata.Runtime.Tests.Telemetry;

public sealed class LogTests : IDisposable
{
    private readonly StubServer _server = new() { Clock = new VirtualClock() };
    private readonly RecordingLog _log = new();

    public void Dispose()
    {
        _server.Dispose();
        _log.Dispose();
    }

    [Fact]
    public async Task A_request_is_logged_when_it_is_sent_and_when_it_is_answered()
    {
        _server.Answers("{}", requestId: "r-1");

        await Client().SendAsync(HttpMethod.Get, "/users/me?search=private");

        Assert.Equal(["Kantata"], _log.Categories);
        Assert.Equal(
            [
                (LogLevel.Debug, KantataLogEvents.RequestSent, "GET /users/me is sent (attempt 1)."),
                (LogLevel.Debug, KantataLogEvents.RequestAnswered, "GET /users/me was answered 200 in 0 ms (attempt 1, request id r-1)."),
            ],
            _log.Entries.Select(entry => (entry.Level, entry.Id, entry.Text)));
    }

    [Fact]
    public async Task A_resend_is_logged_with_its_attempt_its_delay_and_the_reason()
    {
        _server.Answers("", HttpStatusCode.BadGateway).Answers("{}");

        Task sending = Client().SendAsync(HttpMethod.Get, "/x");
        _server.Clock!.PassUntil(sending);
        await sending;

        LogEntry resend = Assert.Single(_log.Entries, entry => entry.Id == KantataLogEvents.RequestRetried);
        Assert.Equal(LogLevel.Warning, resend.Level);
        Assert.Matches("^GET /x failed at attempt 1 and is sent again in [0-9.]+ ms: GET /x was answered 502: no reason was given\\.$", resend.Text);
        Assert.DoesNotContain(_log.Entries, entry => entry.Level == LogLevel.Error);
    }

    [Fact]
    public async Task A_request_that_was_held_back_is_logged_with_how_long()
    {
        _server.Answers("", HttpStatusCode.TooManyRequests).Answers("{}");

        Task sending = Client().SendAsync(HttpMethod.Get, "/x");
        _server.Clock!.PassUntil(sending);
        await sending;

        LogEntry held = Assert.Single(_log.Entries, entry => entry.Id == KantataLogEvents.RequestThrottled);
        Assert.Equal(LogLevel.Information, held.Level);
        Assert.Matches("^GET /x was held back for [1-9][0-9.]* ms, because the server had asked for fewer requests\\.$", held.Text);
    }

    [Fact]
    public async Task A_call_that_failed_is_logged_once_with_its_exception()
    {
        _server.Answers("", HttpStatusCode.NotFound, requestId: "r-1");

        KantataNotFoundException e = await Assert.ThrowsAsync<KantataNotFoundException>(() => Client().BillingMilestones.GetAsync(42));

        LogEntry failed = Assert.Single(_log.Entries, entry => entry.Level == LogLevel.Error);
        Assert.Equal((KantataLogEvents.RequestFailed, "GET /billing_milestones/42 failed at attempt 1 (NotFound, request id r-1)."), (failed.Id, failed.Text));
        Assert.Same(e, failed.Exception);
    }

    [Fact]
    public async Task A_call_that_failed_after_several_tries_is_logged_once()
    {
        for (int i = 0; i < 8; i++)
        {
            _server.Answers("", HttpStatusCode.ServiceUnavailable);
        }

        Task sending = Client().SendAsync(HttpMethod.Get, "/x");
        _server.Clock!.PassUntil(sending);
        await Assert.ThrowsAsync<KantataUnavailableException>(() => sending);

        Assert.Equal(7, _log.Entries.Count(entry => entry.Id == KantataLogEvents.RequestRetried));
        Assert.StartsWith("GET /x failed at attempt 8 ", Assert.Single(_log.Entries, entry => entry.Level == LogLevel.Error).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_of_which_nothing_came_back_is_logged_by_what_finds_it()
    {
        _server.Fails(new HttpRequestException(HttpRequestError.ResponseEnded));

        KantataConnectionException e = await Assert.ThrowsAsync<KantataConnectionException>(() => Client().BillingMilestones.DeleteAsync(42));

        LogEntry uncertain = Assert.Single(_log.Entries, entry => entry.Level == LogLevel.Error);
        Assert.Equal(KantataLogEvents.WriteUncertain, uncertain.Id);
        Assert.Equal($"DELETE /billing_milestones/42 may have been carried out (request id (null), sent at {e.SentAt:O}, activity {e.ActivityId}).", uncertain.Text);
    }

    [Fact]
    public async Task A_write_that_the_caller_ends_while_it_is_under_way_is_logged_and_a_read_is_not()
    {
        using CancellationTokenSource stop = new();
        _server.NeverAnswers().NeverAnswers();
        KantataClient kantata = Client();

        Task reading = kantata.BillingMilestones.GetAsync(42, cancellationToken: stop.Token);
        Task deleting = kantata.BillingMilestones.DeleteAsync(42, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => deleting);

        LogEntry uncertain = Assert.Single(_log.Entries, entry => entry.Level > LogLevel.Debug);
        Assert.Equal(KantataLogEvents.WriteUncertain, uncertain.Id);
        Assert.StartsWith("DELETE /billing_milestones/42 may have been carried out (request id (null), sent at 20", uncertain.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_batch_that_is_done_is_logged()
    {
        _server.Answers(2, static _ => new HttpResponseMessage(HttpStatusCode.NoContent));

        await Client(LogLevel.Information, out RecordingLog log).TimeEntries.DeleteManyAsync([.. Enumerable.Range(1, 150)]);

        Assert.Equal(
            [(KantataLogEvents.BatchDone, "DELETE /time_entries: 100 of 150 items are done."), (KantataLogEvents.BatchDone, "DELETE /time_entries: 150 of 150 items are done.")],
            log.Entries.Select(entry => (entry.Id, entry.Text)));
    }

    [Fact]
    public async Task Neither_the_token_nor_a_query_nor_a_body_is_in_the_log()
    {
        _server.Answers("", HttpStatusCode.TooManyRequests).Answers("", HttpStatusCode.Unauthorized).Answers("{}")
            .Fails(new HttpRequestException(HttpRequestError.ResponseEnded));
        KantataClient kantata = Client();

        Task reading = kantata.BillingMilestones.List().Search("private").GetPageAsync(1);
        _server.Clock!.PassUntil(reading);
        await Assert.ThrowsAsync<KantataAuthenticationException>(() => reading);
        Task sending = kantata.SendAsync(HttpMethod.Get, "/x?secret=private");
        _server.Clock.PassUntil(sending);
        await sending;
        Task creating = kantata.BillingMilestones.CreateAsync(new() { Title = "private", AmountInCents = 1, WorkspaceId = 10 });
        _server.Clock.PassUntil(creating);
        await Assert.ThrowsAsync<KantataConnectionException>(() => creating);

        Assert.Equal([1, 3, 4, 5, 6], _log.Entries.Select(entry => entry.Id).Where(static id => id != KantataLogEvents.RequestAnswered).Distinct().Order());
        Assert.All(_log.Entries, entry => Assert.DoesNotContain("secret-token", $"{entry.Text} {entry.Exception}", StringComparison.Ordinal));
        Assert.All(_log.Entries, entry => Assert.DoesNotContain("private", $"{entry.Text} {entry.Exception}", StringComparison.Ordinal));
    }

    [Fact]
    public void Event_ids_keep_their_numbers()
    {
        Assert.Equal(
            [1, 2, 3, 4, 5, 6, 7],
            [
                KantataLogEvents.RequestSent, KantataLogEvents.RequestAnswered, KantataLogEvents.RequestRetried, KantataLogEvents.RequestThrottled,
                KantataLogEvents.RequestFailed, KantataLogEvents.WriteUncertain, KantataLogEvents.BatchDone,
            ]);
    }

    private KantataClient Client() => _server.PersistentClient(configure: options => options.LoggerFactory = _log);

    private KantataClient Client(LogLevel from, out RecordingLog log)
    {
        RecordingLog own = new(from);
        log = own;
        return _server.PersistentClient(configure: options => options.LoggerFactory = own);
    }
}
