using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Kantata.Runtime.Tests.Testing;

namespace Kantata.Runtime.Tests.Retrying;

public sealed class WriteTests : IDisposable
{
    private readonly VirtualClock _clock = new();
    private readonly StubServer _server;

    public WriteTests() => _server = new StubServer { Clock = _clock };

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_write_that_was_refused_with_429_is_sent_again()
    {
        _server.Answers("", HttpStatusCode.TooManyRequests).Answers("");

        Task deleting = _server.PersistentClient().BillingMilestones.DeleteAsync(42);
        _clock.PassUntil(deleting);
        await deleting;

        Assert.Equal(2, _server.Received.Count);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    [InlineData(HttpRequestError.ProxyTunnelError)]
    public async Task A_write_whose_connection_was_never_opened_is_sent_again(HttpRequestError error)
    {
        _server.Fails(new HttpRequestException(error)).Answers("");

        Task deleting = _server.PersistentClient().BillingMilestones.DeleteAsync(42);
        _clock.PassUntil(deleting);
        await deleting;

        Assert.Equal(2, _server.Received.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    public async Task A_write_that_may_have_been_carried_out_is_sent_once_and_the_exception_says_so(HttpStatusCode status)
    {
        _server.Answers("", status, requestId: "r-1");

        KantataUnavailableException e = await Assert.ThrowsAsync<KantataUnavailableException>(() => _server.PersistentClient().BillingMilestones.DeleteAsync(42));

        Assert.Single(_server.Received);
        Assert.Equal((WriteOutcome.Unknown, true), (e.WriteOutcome, e.MayHaveBeenCarriedOut));
        Assert.EndsWith("(request id r-1) It may have been carried out.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_request_id_the_exception_tells_method_path_time_and_activity()
    {
        _server.Fails(new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended."));
        using Activity activity = new Activity("night").Start();
        _clock.Pass(TimeSpan.FromSeconds(90));

        KantataConnectionException e = await Assert.ThrowsAsync<KantataConnectionException>(() => _server.PersistentClient().BillingMilestones.DeleteAsync(42));

        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 1, 30, TimeSpan.Zero), e.SentAt);
        Assert.StartsWith($"00-{activity.TraceId}-", e.ActivityId, StringComparison.Ordinal);
        Assert.Equal(
            $"DELETE /billing_milestones/42 failed: The response ended. It may have been carried out. It was sent as DELETE /billing_milestones/42 at 2026-01-01T00:01:30.000Z, activity {e.ActivityId}.",
            e.Message);
    }

    [Fact]
    public async Task A_write_that_is_not_answered_in_time_is_uncertain()
    {
        _server.NeverAnswers();

        Task deleting = _server.PersistentClient().BillingMilestones.DeleteAsync(42);
        _clock.Pass(TimeSpan.FromSeconds(190));

        Assert.Equal(WriteOutcome.Unknown, (await Assert.ThrowsAsync<KantataTimeoutException>(() => deleting)).WriteOutcome);
        Assert.Single(_server.Received);
    }

    [Fact]
    public async Task A_write_that_the_server_never_asked_for_within_the_time_has_not_left()
    {
        using HttpClient http = new(new UnreachableHost());
        using KantataClient kantata = new(new KantataClientOptions { AccessToken = "t", TimeProvider = _clock, Retry = new() { Enabled = false } }, http);

        Task[] writes = [kantata.BillingMilestones.DeleteAsync(42), kantata.BillingMilestones.UpdateAsync(42, new() { Title = "x" })];
        _clock.Pass(TimeSpan.FromSeconds(190));

        foreach (Task write in writes)
        {
            KantataTimeoutException e = await Assert.ThrowsAsync<KantataTimeoutException>(() => write);
            Assert.Equal((WriteOutcome.NotCarriedOut, false), (e.WriteOutcome, e.MayHaveBeenCarriedOut));
        }
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, WriteOutcome.NotCarriedOut)]
    [InlineData(HttpStatusCode.Unauthorized, WriteOutcome.NotCarriedOut)]
    [InlineData(HttpStatusCode.NotFound, WriteOutcome.NotCarriedOut)]
    [InlineData(HttpStatusCode.UnprocessableEntity, WriteOutcome.NotCarriedOut)]
    [InlineData(HttpStatusCode.RequestTimeout, WriteOutcome.Unknown)]
    [InlineData(HttpStatusCode.Found, WriteOutcome.Unknown)]
    public async Task The_status_tells_what_became_of_a_write(HttpStatusCode status, WriteOutcome outcome)
    {
        _server.Answers("", status);

        KantataApiException e = await Assert.ThrowsAnyAsync<KantataApiException>(() => _server.PersistentClient().BillingMilestones.DeleteAsync(42));

        Assert.Equal(outcome, e.WriteOutcome);
    }

    [Fact]
    public async Task A_write_that_succeeded_is_known_to_have_been_carried_out_though_its_answer_is_lost_or_makes_no_sense()
    {
        await using LoopbackServer cutOff = new("HTTP/1.1 200 OK\r\nContent-Length: 100\r\nX-Request-Id: r-1\r\nConnection: close\r\n\r\n{\"count\"");
        await using LoopbackServer senseless = new(LoopbackServer.Json("[]"));
        BillingMilestoneUpdateRequest changes = new() { Title = "x" };

        using KantataClient first = cutOff.Client();
        using KantataClient second = senseless.Client();
        KantataConnectionException lost = await Assert.ThrowsAsync<KantataConnectionException>(() => first.BillingMilestones.UpdateAsync(42, changes));
        UnreadableResponseException unreadable = await Assert.ThrowsAsync<UnreadableResponseException>(() => second.BillingMilestones.UpdateAsync(42, changes));

        Assert.Equal((WriteOutcome.CarriedOut, "r-1"), (lost.WriteOutcome, lost.RequestId));
        Assert.EndsWith("(request id r-1) It was carried out.", lost.Message, StringComparison.Ordinal);
        Assert.Equal(WriteOutcome.CarriedOut, unreadable.WriteOutcome);
    }

    [Fact]
    public async Task A_write_whose_answer_makes_no_sense_and_has_no_request_id_is_named_by_time_and_activity()
    {
        _server.Answers("[]");
        _clock.Pass(TimeSpan.FromSeconds(90));

        UnreadableResponseException e = await Assert.ThrowsAsync<UnreadableResponseException>(() => _server.PersistentClient().BillingMilestones.UpdateAsync(42, new() { Title = "x" }));

        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 1, 30, TimeSpan.Zero), e.SentAt);
        Assert.NotNull(e.ActivityId);
        Assert.EndsWith($" It was carried out. It was sent as PUT /billing_milestones/42 at 2026-01-01T00:01:30.000Z, activity {e.ActivityId}.", e.Message, StringComparison.Ordinal);
        Assert.Single(_server.Received);
    }

    [Fact]
    public async Task A_write_that_the_caller_ends_while_it_is_under_way_is_named_as_one_that_was_not_answered()
    {
        using CancellationTokenSource stop = new();
        using Activity activity = new Activity("night").Start();
        _server.NeverAnswers();
        _clock.Pass(TimeSpan.FromSeconds(90));

        Task deleting = _server.PersistentClient().BillingMilestones.DeleteAsync(42, stop.Token);
        await stop.CancelAsync();

        KantataCanceledException e = await Assert.ThrowsAsync<KantataCanceledException>(() => deleting);
        Assert.Equal((WriteOutcome.Unknown, "DELETE", "/billing_milestones/42", null), (e.WriteOutcome, e.Method, e.Path, e.RequestId));
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 1, 30, TimeSpan.Zero), e.SentAt);
        Assert.StartsWith($"00-{activity.TraceId}-", e.ActivityId, StringComparison.Ordinal);
        Assert.Equal(
            "DELETE /billing_milestones/42 was ended by its caller while it was under way. It may have been carried out. " +
            $"It was sent as DELETE /billing_milestones/42 at 2026-01-01T00:01:30.000Z, activity {e.ActivityId}.",
            e.Message);
    }

    [Fact]
    public async Task A_write_that_the_caller_ends_while_its_answer_comes_is_named_by_the_request_id()
    {
        using CancellationTokenSource stop = new();
        _server.Answers(_ =>
        {
            HttpResponseMessage response = StubServer.Response("", requestId: "r-1");
            response.Content = new StreamContent(new WaitingStream());
            return response;
        });

        Task updating = _server.PersistentClient().BillingMilestones.UpdateAsync(42, new() { Title = "x" }, cancellationToken: stop.Token);
        await stop.CancelAsync();

        KantataCanceledException e = await Assert.ThrowsAsync<KantataCanceledException>(() => updating);
        Assert.Equal((WriteOutcome.CarriedOut, "r-1"), (e.WriteOutcome, e.RequestId));
        Assert.Equal("PUT /billing_milestones/42 was ended by its caller while it was under way. (request id r-1) It was carried out.", e.Message);
    }

    [Fact]
    public async Task Of_a_read_nothing_can_be_carried_out()
    {
        _server.Answers("", HttpStatusCode.InternalServerError);

        KantataUnavailableException e = await Assert.ThrowsAsync<KantataUnavailableException>(() => _server.Client().BillingMilestones.GetAsync(42));

        Assert.Equal((WriteOutcome.NoWrite, false), (e.WriteOutcome, e.MayHaveBeenCarriedOut));
    }

    // The platform's own handler sends what has no content again, up to three times, where a connection that was kept open breaks.
    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task A_write_without_a_body_reaches_the_server_once_though_a_kept_connection_breaks(string method)
    {
        await using BreakingServer server = new();
        using KantataClient kantata = new(new KantataClientOptions { AccessToken = "t", BaseAddress = server.Address });
        await kantata.SendAsync(HttpMethod.Get, "/ready");

        KantataConnectionException e = await Assert.ThrowsAsync<KantataConnectionException>(() => kantata.SendAsync(new HttpMethod(method), "/break"));

        Assert.Equal(WriteOutcome.Unknown, e.WriteOutcome);
        Assert.Equal(["GET /v1/ready", $"{method} /v1/break"], server.Received);
    }

    [Fact]
    public async Task A_port_that_nobody_listens_on_was_never_opened()
    {
        using TcpListener free = new(IPAddress.Loopback, 0);
        free.Start();
        Uri address = new($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/");
        free.Stop();
        using KantataClient kantata = new(new KantataClientOptions { AccessToken = "t", BaseAddress = address, Retry = new() { Enabled = false } });

        KantataConnectionException e = await Assert.ThrowsAsync<KantataConnectionException>(() => kantata.BillingMilestones.DeleteAsync(42));

        Assert.Equal(WriteOutcome.NotCarriedOut, e.WriteOutcome);
    }

    /// <summary>A body that never comes.</summary>
    private sealed class WaitingStream : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
            return 0;
        }
    }

    /// <summary>A host whose connection is never opened.</summary>
    private sealed class UnreachableHost : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
            throw new InvalidOperationException("The delay has no end.");
        }
    }
}
