using System.Net;
using System.Text.Json;
using System.Threading.Channels;
using Kantata.Emulator.Tests.Api;
using Microsoft.Extensions.Time.Testing;

namespace Kantata.Emulator.Tests.Misbehaviour;

public sealed class FaultTests
{
    private const string Seed = """{ "workspaces": { "10": {} }, "invoices": [ { "id": 1 }, { "id": 2 }, { "id": 3 } ] }""";
    private const string Milestone = """{ "billing_milestone": { "title": "Design", "amount_in_cents": 100, "workspace_id": 10 } }""";

    [Fact]
    public async Task A_storm_of_429_refuses_as_many_requests_as_it_has_and_carries_none_out()
    {
        await using Caller caller = await Caller.StartAsync(Seed);
        caller.Server.Faults.Add(Fault.TooManyRequests(), times: 3);

        for (int i = 0; i < 3; i++)
        {
            using HttpResponseMessage refused = await caller.Http.PostAsync("billing_milestones", JsonOf(Milestone));
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.Null(refused.Headers.RetryAfter);
            Assert.Equal("system", JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement.GetProperty("errors")[0].GetProperty("type").GetString());
        }

        Assert.Equal(0, (await caller.GetAsync("billing_milestones")).Count);
        Assert.Equal([429, 429, 429, 200], caller.Server.Requests.Select(request => request.Status));
    }

    [Fact]
    public async Task A_429_can_say_when_to_come_back_in_seconds_or_as_a_date()
    {
        DateTimeOffset noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);
        await using Caller caller = await Caller.StartAsync(Seed);
        caller.Server.Faults.Add(Fault.TooManyRequests(TimeSpan.FromSeconds(1.2)));
        caller.Server.Faults.Add(Fault.TooManyRequests(noon));

        using HttpResponseMessage seconds = await caller.Http.GetAsync("invoices");
        using HttpResponseMessage date = await caller.Http.GetAsync("invoices");

        Assert.Equal(TimeSpan.FromSeconds(2), seconds.Headers.RetryAfter!.Delta);
        Assert.Equal(noon, date.Headers.RetryAfter!.Date);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadGateway, false, "502 Bad Gateway", 0)]
    [InlineData(HttpStatusCode.ServiceUnavailable, false, "503 Service Unavailable", 0)]
    [InlineData(HttpStatusCode.GatewayTimeout, true, "504 Gateway Timeout", 1)]
    public async Task A_proxy_answers_in_HTML_whether_the_request_was_carried_out_or_not(HttpStatusCode status, bool carriedOut, string title, int created)
    {
        await using Caller caller = await Caller.StartAsync(Seed);
        caller.Server.Faults.Add(Fault.Unavailable(status, carriedOut));

        using HttpResponseMessage response = await caller.Http.PostAsync("billing_milestones", JsonOf(Milestone));

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains($"<title>{title}</title>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(created, (await caller.GetAsync("billing_milestones")).Count);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_reset_gives_no_answer_whether_the_request_was_carried_out_or_not(bool carriedOut, int created)
    {
        await using Caller caller = await Caller.StartAsync(Seed);
        caller.Server.Faults.Add(Fault.Reset(carriedOut));

        await Assert.ThrowsAsync<HttpRequestException>(() => caller.Http.PostAsync("billing_milestones", JsonOf(Milestone)));

        Assert.Equal(created, (await caller.GetAsync("billing_milestones")).Count);
    }

    [Fact]
    public async Task A_request_that_was_reset_is_in_the_log_without_an_answer()
    {
        await using Caller caller = await Caller.StartAsync(Seed);
        caller.Server.Faults.Add(Fault.Reset(carriedOut: true));

        await Assert.ThrowsAsync<HttpRequestException>(() => caller.Http.GetAsync("invoices"));
        await caller.Server.DisposeAsync();

        Assert.Equal("GET /invoices → no answer", caller.Server.Requests.Single().ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public async Task An_answer_that_is_cut_off_ends_before_the_length_that_it_announced(double share)
    {
        await using Caller caller = await Caller.StartAsync(Seed);
        byte[] whole = await caller.Http.GetByteArrayAsync("invoices");
        caller.Server.Faults.Add(Fault.CutOff(share));

        using HttpResponseMessage response = await caller.Http.GetAsync("invoices", HttpCompletionOption.ResponseHeadersRead);
        using MemoryStream received = new();
        HttpIOException end = await Assert.ThrowsAsync<HttpIOException>(async () => await (await response.Content.ReadAsStreamAsync()).CopyToAsync(received));

        Assert.Equal(HttpRequestError.ResponseEnded, end.HttpRequestError);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(whole.Length, response.Content.Headers.ContentLength);
        Assert.Equal(whole[..(int)(whole.Length * share)], received.ToArray());
    }

    [Fact]
    public async Task Malformed_JSON_is_complete_as_an_answer_and_the_request_was_carried_out()
    {
        await using Caller caller = await Caller.StartAsync(Seed);
        caller.Server.Faults.Add(Fault.MalformedJson());

        using HttpResponseMessage response = await caller.Http.PostAsync("billing_milestones", JsonOf(Milestone));
        string body = await response.Content.ReadAsStringAsync();

        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(body));
        Assert.StartsWith("""{"count":1""", body, StringComparison.Ordinal);
        Assert.Equal(1, (await caller.GetAsync("billing_milestones")).Count);
    }

    [Fact]
    public async Task An_empty_answer_is_a_success_and_the_request_was_carried_out()
    {
        await using Caller caller = await Caller.StartAsync(Seed);
        caller.Server.Faults.Add(Fault.Empty());

        Answer answer = await caller.PostAsync("billing_milestones", Milestone);

        Assert.Equal(200, answer.Status);
        Assert.Equal(JsonValueKind.Undefined, answer.Json.ValueKind);
        Assert.Equal(1, (await caller.GetAsync("billing_milestones")).Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Latency_is_time_of_the_emulators_clock(bool carriedOut)
    {
        WaitedClock clock = new();
        await using Caller caller = await Caller.StartAsync(Seed, options => options.TimeProvider = clock);
        caller.Server.Faults.Add(Fault.Latency(TimeSpan.FromMinutes(3), carriedOut), method: "POST");

        Task<Answer> late = caller.PostAsync("billing_milestones", Milestone);
        await clock.NextWaitAsync();

        Assert.False(late.IsCompleted);
        Assert.Equal(carriedOut ? 1 : 0, (await caller.GetAsync("billing_milestones")).Count);
        clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(1, (await late).Count);
    }

    [Fact]
    public async Task A_client_that_gives_up_ends_the_wait()
    {
        WaitedClock clock = new();
        await using Caller caller = await Caller.StartAsync(Seed, options => options.TimeProvider = clock);
        caller.Server.Faults.Add(Fault.Latency(TimeSpan.FromMinutes(3)));
        using CancellationTokenSource stop = new();

        Task<HttpResponseMessage> late = caller.Http.PostAsync("billing_milestones", JsonOf(Milestone), stop.Token);
        await clock.NextWaitAsync();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => late);
        Assert.Equal(0, (await caller.GetAsync("billing_milestones")).Count);
    }

    [Fact]
    public async Task A_slow_body_comes_in_pieces_with_time_between_them()
    {
        WaitedClock clock = new();
        await using Caller caller = await Caller.StartAsync(Seed, options => options.TimeProvider = clock);
        byte[] whole = await caller.Http.GetByteArrayAsync("invoices");
        caller.Server.Faults.Add(Fault.SlowBody(TimeSpan.FromSeconds(30), pieces: 2));

        Task<HttpResponseMessage> response = caller.Http.GetAsync("invoices", HttpCompletionOption.ResponseHeadersRead);
        await clock.NextWaitAsync();
        clock.Advance(TimeSpan.FromSeconds(30));
        await using Stream body = await (await response).Content.ReadAsStreamAsync();
        byte[] first = new byte[(whole.Length + 1) / 2];
        await body.ReadExactlyAsync(first);
        await clock.NextWaitAsync();
        using MemoryStream rest = new();
        Task copy = body.CopyToAsync(rest);

        Assert.False(copy.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(30));
        await copy;
        Assert.Equal(whole, first.Concat(rest.ToArray()));
    }

    [Fact]
    public async Task Records_can_be_added_and_removed_between_two_pages()
    {
        await using Caller caller = await Caller.StartAsync(Seed);
        using HttpClient another = new() { BaseAddress = caller.Server.BaseAddress };
        another.DefaultRequestHeaders.Authorization = caller.Http.DefaultRequestHeaders.Authorization;
        string[] before = (await caller.GetAsync("invoices?order=id:asc&per_page=2&page=1")).Results;
        caller.Server.Faults.Add(Fault.Change(async stop => (await another.DeleteAsync("invoices/1", stop)).Dispose()), path: "/invoices");

        Answer after = await caller.GetAsync("invoices?order=id:asc&per_page=2&page=2");

        Assert.Equal(["1", "2"], before);
        Assert.Empty(after.Results);
        Assert.Equal(2, after.Count);
    }

    [Fact]
    public async Task A_change_that_fails_is_answered_with_500()
    {
        await using Caller caller = await Caller.StartAsync(Seed);
        caller.Server.Faults.Add(Fault.Change(_ => throw new InvalidOperationException("of the test")));

        using HttpResponseMessage response = await caller.Http.GetAsync("invoices");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    [Fact]
    public void Faults_are_compared_by_their_values_and_say_what_they_are()
    {
        Assert.Equal(Fault.Latency(TimeSpan.FromSeconds(2)), Fault.Latency(TimeSpan.FromSeconds(2)));
        Assert.NotEqual(Fault.Reset(carriedOut: true), Fault.Reset());
        Assert.Equal("429", Fault.TooManyRequests().ToString());
        Assert.Equal("429, Retry-After: 30", Fault.TooManyRequests(TimeSpan.FromSeconds(30)).ToString());
        Assert.Equal("503 in HTML before the request was carried out", Fault.Unavailable().ToString());
        Assert.Equal("0.25 seconds after the request was carried out", Fault.Latency(TimeSpan.FromSeconds(0.25), carriedOut: true).ToString());
        Assert.Equal("connection reset after the request was carried out", Fault.Reset(carriedOut: true).ToString());
        Assert.Equal("answer cut off after 0.5 of it", Fault.CutOff().ToString());
        Assert.Equal("malformed JSON", Fault.MalformedJson().ToString());
        Assert.Equal("answer in 3 pieces, 1 seconds before each", Fault.SlowBody(TimeSpan.FromSeconds(1), 3).ToString());
        Assert.Equal("200 without a body", Fault.Empty().ToString());
        Assert.Equal("a change before the request was carried out", Fault.Change(_ => Task.CompletedTask).ToString());
    }

    [Fact]
    public void What_is_no_fault_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.TooManyRequests(TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Unavailable(HttpStatusCode.OK));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Latency(TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.CutOff(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.CutOff(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.SlowBody(TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.SlowBody(TimeSpan.FromSeconds(1), pieces: 0));
        Assert.Throws<ArgumentNullException>(() => Fault.Change(null!));
    }

    private static StringContent JsonOf(string json) => new(json, System.Text.Encoding.UTF8, "application/json");

    /// <summary>A clock that tells when somebody waits for it.</summary>
    private sealed class WaitedClock : FakeTimeProvider
    {
        private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

        public ValueTask<TimeSpan> NextWaitAsync() => _waits.Reader.ReadAsync();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            ITimer timer = base.CreateTimer(callback, state, dueTime, period);
            _waits.Writer.TryWrite(dueTime);
            return timer;
        }
    }
}
