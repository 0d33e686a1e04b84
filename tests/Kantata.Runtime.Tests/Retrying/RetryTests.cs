using System.Net;
using System.Security.Authentication;
using Kantata.Runtime.Tests.Testing;

namespace Kantata.Runtime.Tests.Retrying;

public sealed class RetryTests : IDisposable
{
    private const string Milestone = """{"results": [{"key": "billing_milestones", "id": "42"}], "billing_milestones": {"42": {"title": "Sign-off"}}}""";

    private readonly VirtualClock _clock = new();
    private readonly StubServer _server;

    public RetryTests() => _server = new StubServer { Clock = _clock };

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    public async Task A_read_that_fails_for_a_while_is_sent_again_until_it_succeeds(HttpStatusCode status)
    {
        _server.Answers("", status).Answers("<html>", status).Answers(Milestone);

        Task<BillingMilestone> reading = _server.PersistentClient().BillingMilestones.GetAsync(42);
        _clock.PassUntil(reading);

        Assert.Equal("Sign-off", (await reading).Title);
        Assert.Equal(3, _server.Received.Count);
    }

    [Fact]
    public async Task A_read_whose_connection_breaks_or_that_is_not_answered_is_sent_again()
    {
        _server.Fails(new HttpRequestException(HttpRequestError.ResponseEnded)).NeverAnswers().Fails(new IOException("reset")).Answers(Milestone);

        Task<BillingMilestone> reading = _server.PersistentClient().BillingMilestones.GetAsync(42);
        TimeSpan took = _clock.PassUntil(reading);

        Assert.Equal("Sign-off", (await reading).Title);
        Assert.Equal(4, _server.Received.Count);
        Assert.True(took > TimeSpan.FromSeconds(190));
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.BadRequest)]
    public async Task What_another_try_would_not_mend_is_told_at_once(HttpStatusCode status)
    {
        _server.Answers("", status);

        await Assert.ThrowsAnyAsync<KantataApiException>(() => _server.PersistentClient().BillingMilestones.GetAsync(42));

        Assert.Single(_server.Received);
    }

    [Fact]
    public async Task A_certificate_that_is_refused_is_told_at_once()
    {
        _server.Fails(new HttpRequestException(HttpRequestError.SecureConnectionError, "no", new AuthenticationException()));

        await Assert.ThrowsAsync<KantataConnectionException>(() => _server.PersistentClient().BillingMilestones.GetAsync(42));

        Assert.Single(_server.Received);
    }

    [Fact]
    public async Task Tries_end_with_their_number_and_the_last_failure_is_told()
    {
        _server.Answers("", HttpStatusCode.BadGateway).Answers("", HttpStatusCode.GatewayTimeout).Answers("", HttpStatusCode.ServiceUnavailable, requestId: "r-3");

        Task reading = _server.PersistentClient(retry => retry.MaxAttempts = 3).BillingMilestones.GetAsync(42);
        _clock.PassUntil(reading);

        Assert.Equal("r-3", (await Assert.ThrowsAsync<KantataUnavailableException>(() => reading)).RequestId);
        Assert.Equal(3, _server.Received.Count);
    }

    [Fact]
    public async Task One_attempt_is_no_retry()
    {
        _server.Answers("", HttpStatusCode.BadGateway);

        await Assert.ThrowsAsync<KantataUnavailableException>(() => _server.PersistentClient(retry => retry.MaxAttempts = 1).BillingMilestones.GetAsync(42));
    }

    [Fact]
    public async Task Waits_grow_from_try_to_try_up_to_the_longest()
    {
        _server.Answers(8, _ => StubServer.Response("", HttpStatusCode.BadGateway));

        Task reading = _server.PersistentClient(retry => (retry.BaseDelay, retry.MaxDelay) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10))).BillingMilestones.GetAsync(42);
        _clock.PassUntil(reading);

        await Assert.ThrowsAsync<KantataUnavailableException>(() => reading);
        List<double> waits = _server.Received.Zip(_server.Received.Skip(1), (earlier, later) => (later.At - earlier.At).TotalSeconds).ToList();
        Assert.Equal(7, waits.Count);
        Assert.Equal(waits.Order(), waits);
        Assert.InRange(waits[0], 0.5, 2);
        Assert.InRange(waits[^1], 9.9, 10.1);
    }

    [Fact]
    public async Task Random_waits_differ()
    {
        Random random = new(20260101);
        _server.Answers(16, _ => StubServer.Response("", HttpStatusCode.BadGateway));

        List<TimeSpan> took = [];
        for (int i = 0; i < 2; i++)
        {
            Task reading = _server.PersistentClient(retry => retry.Randomizer = random.NextDouble).BillingMilestones.GetAsync(42);
            took.Add(_clock.PassUntil(reading));
            await Assert.ThrowsAsync<KantataUnavailableException>(() => reading);
        }

        Assert.NotEqual(took[0], took[1]);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("Thu, 01 Jan 2026 00:00:07 GMT")]
    public async Task The_server_says_how_long_to_wait(string retryAfter)
    {
        _server.Answers(_ => After(retryAfter, HttpStatusCode.ServiceUnavailable)).Answers(_ => After(retryAfter, HttpStatusCode.TooManyRequests)).Answers(Milestone);

        Task reading = _server.PersistentClient().BillingMilestones.GetAsync(42);
        _clock.PassUntil(reading);
        await reading;

        // The second time seconds are counted from the second answer; a date has come by then, so that our own wait of a second is what is left.
        Assert.Equal([0, 7, retryAfter == "7" ? 14 : 8], _server.Received.Select(request => request.At.TotalSeconds));
    }

    [Fact]
    public async Task A_wait_that_would_end_after_the_total_time_is_not_begun()
    {
        _server.Answers(_ => After("900", HttpStatusCode.ServiceUnavailable));

        KantataUnavailableException e = await Assert.ThrowsAsync<KantataUnavailableException>(() => _server.PersistentClient().BillingMilestones.GetAsync(42));

        Assert.Equal(TimeSpan.FromMinutes(15), e.RetryAfter);
        Assert.Equal(TimeSpan.Zero, _clock.Elapsed);
    }

    [Fact]
    public async Task A_429_that_asks_for_more_than_the_total_time_is_told_at_once_and_holds_back_the_next_call_too()
    {
        _server.Answers(_ => After("1000", HttpStatusCode.TooManyRequests));
        KantataClient kantata = _server.PersistentClient();

        KantataRateLimitException first = await Assert.ThrowsAsync<KantataRateLimitException>(() => kantata.BillingMilestones.GetAsync(42));
        KantataRateLimitException second = await Assert.ThrowsAsync<KantataRateLimitException>(() => kantata.BillingMilestones.DeleteAsync(42));

        Assert.Equal((TimeSpan.FromSeconds(1000), 429), (first.RetryAfter, (int)first.StatusCode));
        Assert.Equal("DELETE /billing_milestones/42 was not sent: the server asked for fewer requests, and its turn would come in 1000 seconds, when its time is over.", second.Message);
        Assert.Equal((WriteOutcome.NotCarriedOut, null), (second.WriteOutcome, second.SentAt));
        Assert.Single(_server.Received);
    }

    [Fact]
    public async Task The_total_time_ends_a_try_that_is_under_way()
    {
        _server.NeverAnswers().NeverAnswers();

        Task reading = _server.PersistentClient(retry => retry.TotalTime = TimeSpan.FromSeconds(300)).BillingMilestones.GetAsync(42);
        TimeSpan took = _clock.PassUntil(reading, TimeSpan.FromSeconds(0.1));

        await Assert.ThrowsAsync<KantataTimeoutException>(() => reading);
        Assert.Equal(TimeSpan.FromSeconds(300), took);
        Assert.Equal(2, _server.Received.Count);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_while_it_waits_ends_without_time_passing()
    {
        using CancellationTokenSource stop = new();
        foreach (HttpStatusCode status in new[] { HttpStatusCode.TooManyRequests, HttpStatusCode.BadGateway })
        {
            _server.Answers("", status);
            using CancellationTokenSource end = new();
            Task reading = _server.PersistentClient().BillingMilestones.GetAsync(42, cancellationToken: end.Token);
            Assert.False(reading.IsCompleted);

            VirtualClock.Run(end.Cancel);

            OperationCanceledException e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
            Assert.Equal(end.Token, e.CancellationToken);
        }

        Assert.Equal(TimeSpan.Zero, _clock.Elapsed);
        Assert.Equal(2, _server.Received.Count);
    }

    [Fact]
    public async Task One_option_turns_all_of_it_off()
    {
        _server.Answers("", HttpStatusCode.TooManyRequests).Answers("", HttpStatusCode.BadGateway).Answers(Milestone);
        KantataClient kantata = _server.PersistentClient(retry => retry.Enabled = false);

        await Assert.ThrowsAsync<KantataRateLimitException>(() => kantata.BillingMilestones.GetAsync(42));
        await Assert.ThrowsAsync<KantataUnavailableException>(() => kantata.BillingMilestones.GetAsync(42));
        await kantata.BillingMilestones.GetAsync(42);

        Assert.Equal(TimeSpan.Zero, _clock.Elapsed);
    }

    [Fact]
    public async Task Each_try_has_a_body_of_its_own()
    {
        _server.Answers("", HttpStatusCode.TooManyRequests).Answers(Milestone);

        Task updating = _server.PersistentClient().BillingMilestones.UpdateAsync(42, new() { Title = "Sign-off" });
        _clock.PassUntil(updating);
        await updating;

        Assert.Equal(["""{"billing_milestone":{"title":"Sign-off"}}""", """{"billing_milestone":{"title":"Sign-off"}}"""], _server.Received.Select(request => request.Body));
    }

    [Fact]
    public async Task A_stream_that_was_read_is_not_sent_again()
    {
        _server.Answers("", HttpStatusCode.TooManyRequests).Answers("", HttpStatusCode.TooManyRequests).Answers("{}");
        using StreamContent stream = new(new MemoryStream([1, 2, 3]));
        using StringContent text = new("{}");
        KantataClient kantata = _server.PersistentClient();

        await Assert.ThrowsAsync<KantataRateLimitException>(() => kantata.SendAsync(HttpMethod.Post, "/x", content: stream));
        Task sending = kantata.SendAsync(HttpMethod.Post, "/x", content: text);
        _clock.PassUntil(sending);
        await sending;

        Assert.Equal(3, _server.Received.Count);
    }

    [Fact]
    public void Options_that_make_no_sense_are_refused()
    {
        Refuses(nameof(KantataRetryOptions.MaxAttempts), retry => retry.MaxAttempts = 0);
        Refuses(nameof(KantataRetryOptions.MaxAttempts), retry => retry.MaxAttempts = 101);
        Refuses(nameof(KantataRetryOptions.TotalTime), retry => retry.TotalTime = TimeSpan.Zero);
        Refuses(nameof(KantataRetryOptions.TotalTime), retry => retry.TotalTime = TimeSpan.MaxValue);
        Refuses(nameof(KantataRetryOptions.BaseDelay), retry => retry.BaseDelay = TimeSpan.Zero);
        Refuses(nameof(KantataRetryOptions.MaxDelay), retry => retry.MaxDelay = TimeSpan.FromDays(2));
        Refuses(nameof(KantataRetryOptions.Interval), retry => retry.Interval = TimeSpan.FromSeconds(-1));
        Refuses(nameof(KantataRetryOptions.MaxInterval), retry => retry.MaxInterval = TimeSpan.Zero);
        Assert.Equal("Retry", Assert.Throws<ArgumentNullException>(() => _server.Client(options => options.Retry = null!)).ParamName);
    }

    private void Refuses(string member, Action<KantataRetryOptions> change) =>
        Assert.Equal(member, Assert.Throws<ArgumentException>(() => _server.PersistentClient(change)).ParamName);

    private static HttpResponseMessage After(string retryAfter, HttpStatusCode status)
    {
        HttpResponseMessage response = StubServer.Response("", status);
        response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return response;
    }
}
