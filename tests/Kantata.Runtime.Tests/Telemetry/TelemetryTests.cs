using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using Kantata.Runtime.Tests.Testing;

namespace Kantata.Runtime.Tests.Telemetry;

// Listeners hear every client of the process: each test knows its own by its host.
public sealed class TelemetryTests : IDisposable
{
    private readonly string _host = $"host-{Guid.NewGuid():N}.test";
    private readonly StubServer _server = new() { Clock = new VirtualClock() };
    private readonly ConcurrentQueue<Activity> _activities = new();
    private readonly ConcurrentQueue<(string Name, double Value, Dictionary<string, object?> Tags)> _measures = new();
    private readonly ActivityListener _listener;
    private readonly MeterListener _meters = new();

    public TelemetryTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == KantataTelemetry.ActivitySourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (Equals(activity.GetTagItem("server.address"), _host))
                {
                    _activities.Enqueue(activity);
                }
            },
        };
        _meters.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == KantataTelemetry.MeterName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument.Name, value, tags));
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument.Name, value, tags));
        ActivitySource.AddActivityListener(_listener);
        _meters.Start();
    }

    public void Dispose()
    {
        _listener.Dispose();
        _meters.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task A_request_is_an_activity_by_OpenTelemetrys_names()
    {
        _server.Answers("""{"results": [{"key": "billing_milestones", "id": "42"}], "billing_milestones": {"42": {}}}""", requestId: "r-1");

        await Client().BillingMilestones.GetAsync(42, q => q.Parameter("search", "private"));

        Activity activity = Assert.Single(_activities);
        Assert.Equal(("GET /billing_milestones/{id}", ActivityKind.Client, ActivityStatusCode.Unset), (activity.OperationName, activity.Kind, activity.Status));
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["http.request.method"] = "GET",
                ["http.response.header.x-request-id"] = new[] { "r-1" },
                ["http.response.status_code"] = 200,
                ["server.address"] = _host,
                ["server.port"] = 443,
                ["url.full"] = $"https://{_host}/v1/billing_milestones/42",
                ["url.template"] = "/billing_milestones/{id}",
            },
            activity.TagObjects.OrderBy(tag => tag.Key, StringComparer.Ordinal).ToDictionary());
    }

    [Fact]
    public async Task A_method_that_HTTP_does_not_have_is_an_attribute_of_activities_and_none_of_measures()
    {
        _server.Answers("{}");

        await Client().SendAsync(new HttpMethod("PURGE"), "/stories");

        Activity activity = Assert.Single(_activities);
        Assert.Equal("HTTP", activity.OperationName);
        Assert.Equal(("_OTHER", "PURGE"), (activity.GetTagItem("http.request.method"), activity.GetTagItem("http.request.method_original")));
        Assert.All(_measures, measure => Assert.Equal("_OTHER", measure.Tags["http.request.method"]));
        Assert.NotEmpty(_measures);
    }

    [Fact]
    public async Task Each_resend_is_an_activity_that_says_so()
    {
        _server.Answers("", HttpStatusCode.BadGateway).Fails(new HttpRequestException("reset")).Answers("{}");

        Task reading = Client().SendAsync(HttpMethod.Get, "/x");
        _server.Clock!.PassUntil(reading);
        await reading;

        Assert.Equal([null, 1, 2], _activities.Select(activity => (int?)activity.GetTagItem("http.request.resend_count")));
        Assert.Equal(["502", "Kantata.KantataConnectionException", null], _activities.Select(activity => (string?)activity.GetTagItem("error.type")));
        Assert.Equal([ActivityStatusCode.Error, ActivityStatusCode.Error, ActivityStatusCode.Unset], _activities.Select(activity => activity.Status));
    }

    [Fact]
    public async Task Durations_and_requests_under_way_are_measured()
    {
        _server.Answers(_ =>
        {
            _server.Clock!.Advance(TimeSpan.FromSeconds(2));
            return StubServer.Response("", HttpStatusCode.NotFound);
        });

        await Assert.ThrowsAsync<KantataNotFoundException>(() => Client().BillingMilestones.GetAsync(42));

        Assert.Equal(
            [("http.client.active_requests", 1), ("http.client.active_requests", -1), ("http.client.request.duration", 2)],
            _measures.Select(measure => (measure.Name, measure.Value)));
        Dictionary<string, object?> tags = _measures.Last().Tags;
        Assert.Equal(("GET", 404, "404", "/billing_milestones/{id}"), (tags["http.request.method"], tags["http.response.status_code"], tags["error.type"], tags["url.template"]));
    }

    [Fact]
    public async Task Hooks_are_told_before_each_request_and_after_each_answer()
    {
        List<string> told = [];
        _server.Answers("", HttpStatusCode.TooManyRequests, requestId: "r-1").Answers("{}", requestId: "r-2");
        KantataClient kantata = Client(options =>
        {
            options.OnRequest = request => told.Add(string.Create(CultureInfo.InvariantCulture, $"{request.Method} {request.Path} {request.Attempt}"));
            options.OnResponse = response => told.Add(string.Create(
                CultureInfo.InvariantCulture, $"{(int?)response.StatusCode} {response.RequestId} {response.Exception?.GetType().Name ?? "well"} {response.Request.Attempt}"));
        });

        Task sending = kantata.SendAsync(HttpMethod.Post, "/x?search=private");
        _server.Clock!.PassUntil(sending);
        await sending;

        Assert.Equal(["POST /x 1", "429 r-1 KantataRateLimitException 1", "POST /x 2", "200 r-2 well 2"], told);
    }

    [Fact]
    public async Task Hooks_are_told_of_what_was_never_answered()
    {
        KantataResponseInfo told = default;
        _server.NeverAnswers();

        Task sending = Client(options => (options.OnResponse, options.Retry.Enabled) = (response => told = response, false)).BillingMilestones.GetAsync(42);
        _server.Clock!.Pass(TimeSpan.FromSeconds(190));

        Assert.Same(await Assert.ThrowsAsync<KantataTimeoutException>(() => sending), told.Exception);
        Assert.Equal((null, null, TimeSpan.FromSeconds(190)), (told.StatusCode, told.RequestId, told.Duration));
    }

    [Fact]
    public async Task A_lost_write_is_named_by_an_activity_of_its_own_though_nobody_listens()
    {
        _listener.Dispose();
        _meters.Dispose();
        string? told = null;
        _server.Fails(new HttpRequestException(HttpRequestError.ResponseEnded)).Fails(new HttpRequestException(HttpRequestError.ResponseEnded));

        KantataConnectionException e = await Assert.ThrowsAsync<KantataConnectionException>(() => Client().BillingMilestones.DeleteAsync(42));
        KantataConnectionException hooked = await Assert.ThrowsAsync<KantataConnectionException>(
            () => Client(options => options.OnRequest = request => told = request.ActivityId).BillingMilestones.DeleteAsync(42));

        Assert.Matches("^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$", e.ActivityId);
        Assert.Equal(told, hooked.ActivityId);
        Assert.Null(Activity.Current);
    }

    [Fact]
    public async Task The_token_and_the_query_are_in_none_of_it()
    {
        List<string> told = [];
        _server.Answers("", HttpStatusCode.Unauthorized).Answers("""{"count": 0, "results": [], "billing_milestones": {}}""");
        KantataClient kantata = Client(options =>
        {
            options.OnRequest = request => told.Add(request.ToString());
            options.OnResponse = response => told.Add(response.ToString());
        });

        await Assert.ThrowsAsync<KantataAuthenticationException>(() => kantata.BillingMilestones.List().Search("private").GetPageAsync(1));
        await kantata.BillingMilestones.List().Search("private").GetPageAsync(1);

        told.AddRange(_activities.SelectMany(activity => activity.TagObjects.Select(tag => $"{tag}").Append(activity.DisplayName)));
        told.AddRange(_measures.SelectMany(measure => measure.Tags.Select(tag => $"{tag}")));
        Assert.True(told.Count > 20);
        Assert.All(told, text => Assert.DoesNotContain("secret-token", text, StringComparison.Ordinal));
        Assert.All(told, text => Assert.DoesNotContain("private", text, StringComparison.Ordinal));
    }

    private KantataClient Client(Action<KantataClientOptions>? configure = null) => _server.PersistentClient(configure: options =>
    {
        options.BaseAddress = new Uri($"https://{_host}/v1/");
        configure?.Invoke(options);
    });

    private void Keep(string name, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        Dictionary<string, object?> kept = tags.ToArray().ToDictionary();
        if (Equals(kept["server.address"], _host))
        {
            _measures.Enqueue((name, value, kept));
        }
    }
}
