using System.Net;
using System.Text.Json;
using Kantata.Runtime.Tests.Testing;

namespace Kantata.Runtime.Tests.Retrying;

public sealed class GovernorTests : IDisposable
{
    private readonly VirtualClock _clock = new();
    private readonly StubServer _server;

    public GovernorTests() => _server = new StubServer { Clock = _clock };

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_429_holds_back_every_request_of_the_client_and_not_only_the_one_refused()
    {
        _server.Answers("", HttpStatusCode.TooManyRequests).Answers(3, _ => StubServer.Response("{}"));
        KantataClient kantata = _server.PersistentClient();

        Task refused = Get(kantata, "/refused");
        Task[] others = [Get(kantata, "/a"), Get(kantata, "/b")];
        Assert.Single(_server.Received);
        _clock.PassUntil(Task.WhenAll([refused, .. others]));

        // A second's pause, and then one after the other.
        Assert.Equal([0, 1000, 1100, 1200], _server.Received.Select(request => request.At.TotalMilliseconds));
        await Task.WhenAll([refused, .. others]);
    }

    [Fact]
    public async Task Another_client_is_not_held_back()
    {
        _server.Answers("", HttpStatusCode.TooManyRequests).Answers("{}").Answers("{}");

        Task refused = Get(_server.PersistentClient(), "/refused");
        await Get(_server.PersistentClient(), "/other");

        Assert.Equal(TimeSpan.Zero, _clock.Elapsed);
        _clock.PassUntil(refused);
        await refused;
    }

    [Fact]
    public async Task Each_further_429_doubles_the_pause()
    {
        _server.Answers(5, _ => StubServer.Response("", HttpStatusCode.TooManyRequests)).Answers("{}");

        Task reading = Get(_server.PersistentClient(retry => retry.MaxDelay = TimeSpan.FromSeconds(10)), "/x");
        _clock.PassUntil(reading);
        await reading;

        Assert.Equal([0, 1, 3, 7, 15, 25], _server.Received.Select(request => request.At.TotalSeconds));
    }

    [Fact]
    public async Task Requests_that_were_refused_together_are_one_refusal()
    {
        List<TaskCompletionSource<HttpResponseMessage>> answers = [];
        for (int i = 0; i < 4; i++)
        {
            TaskCompletionSource<HttpResponseMessage> answer = new();
            answers.Add(answer);
            _server.Answers((_, _) => answer.Task);
        }

        _server.Answers(4, _ => StubServer.Response("{}"));
        KantataClient kantata = _server.PersistentClient();
        Task reading = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Get(kantata, "/x")).ToList());

        VirtualClock.Run(() => answers.ForEach(answer => answer.SetResult(StubServer.Response("", HttpStatusCode.TooManyRequests))));
        _clock.PassUntil(reading);
        await reading;

        Assert.Equal([0, 0, 0, 0, 1000, 1100, 1200, 1300], _server.Received.Select(request => request.At.TotalMilliseconds));
    }

    [Fact]
    public async Task A_429_that_comes_while_others_wait_makes_them_wait_longer()
    {
        _server.Answers("", HttpStatusCode.TooManyRequests).Answers("", HttpStatusCode.TooManyRequests).Answers("{}").Answers("{}");
        KantataClient kantata = _server.PersistentClient();

        Task reading = Task.WhenAll(Get(kantata, "/a"), Get(kantata, "/b"));
        _clock.PassUntil(reading);
        await reading;

        // Refused at 0 and again at 1 second; /b, whose turn was at 1.1, waits with it.
        Assert.Equal([0, 1000], _server.Received.Take(2).Select(request => request.At.TotalMilliseconds));
        Assert.All(_server.Received.Skip(2), request => Assert.InRange(request.At.TotalMilliseconds, 3000, 3500));
    }

    [Fact]
    public async Task The_server_may_ask_for_a_longer_pause()
    {
        _server
            .Answers(_ =>
            {
                HttpResponseMessage response = StubServer.Response("", HttpStatusCode.TooManyRequests);
                response.Headers.Add("Retry-After", "30");
                return response;
            })
            .Answers("{}").Answers("{}");
        KantataClient kantata = _server.PersistentClient();

        Task reading = Task.WhenAll(Get(kantata, "/a"), Get(kantata, "/b"));
        _clock.PassUntil(reading);
        await reading;

        Assert.Equal([0, 30000, 30100], _server.Received.Select(request => request.At.TotalMilliseconds));
    }

    [Fact]
    public async Task With_answers_the_client_gets_faster_again_until_nothing_holds_it_back()
    {
        _server.Answers("", HttpStatusCode.TooManyRequests).Answers(60, _ => StubServer.Response("{}"));
        KantataClient kantata = _server.PersistentClient();
        for (int i = 0; i < 50; i++)
        {
            Task reading = Get(kantata, "/x");
            _clock.PassUntil(reading, TimeSpan.FromMilliseconds(1));
            await reading;
        }

        List<double> gaps = _server.Received.Skip(1).Zip(_server.Received.Skip(2), (a, b) => (b.At - a.At).TotalMilliseconds).ToList();
        Assert.Equal([100, 80, 64], gaps.Take(3));
        Assert.Equal(0, gaps[^1]);

        TimeSpan before = _clock.Elapsed;
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Get(kantata, "/x")));
        Assert.Equal(before, _clock.Elapsed);
    }

    [Fact]
    public async Task An_operation_with_a_limit_of_its_own_is_throttled_apart()
    {
        _server.Answers("", HttpStatusCode.TooManyRequests).Answers(4, _ => StubServer.Response("""{"results": []}"""));
        KantataConnection connection = new(Options(), new HttpClient(_server));
        Operation limited = new("GET", "/limited") { ThrottleGroup = "limited" };
        Operation free = new("GET", "/free");

        Task refused = Send(connection, limited);
        await Send(connection, free);
        Task sameGroup = Send(connection, limited);

        Assert.Equal(["/v1/limited", "/v1/free"], _server.Received.Select(request => request.Path));
        _clock.PassUntil(Task.WhenAll(refused, sameGroup));
        await Task.WhenAll(refused, sameGroup);
        Assert.Equal([0, 0, 1000, 1100], _server.Received.Select(request => request.At.TotalMilliseconds));
    }

    [Fact]
    public async Task An_operation_with_a_limit_of_its_own_is_held_back_by_the_accounts_limit_too()
    {
        _server.Answers("", HttpStatusCode.TooManyRequests).Answers(2, _ => StubServer.Response(""));
        KantataConnection connection = new(Options(), new HttpClient(_server));

        Task refused = Send(connection, new("GET", "/free"));
        Task limited = Send(connection, new("GET", "/limited") { ThrottleGroup = "limited" });
        Assert.Single(_server.Received);
        _clock.PassUntil(Task.WhenAll(refused, limited));
        await Task.WhenAll(refused, limited);

        Assert.Equal([0, 1000, 1100], _server.Received.Select(request => request.At.TotalMilliseconds));
    }

    [Fact]
    public async Task A_storm_of_429s_is_survived_by_many_calls_at_once_and_no_call_is_lost()
    {
        const int Seed = 429;
        Random random = new(Seed);
        int taken = 0;

        // The server takes ten requests in any second and refuses the rest.
        Queue<TimeSpan> window = new();
        _server.Answers(5000, _ =>
        {
            while (window.TryPeek(out TimeSpan oldest) && _clock.Elapsed - oldest >= TimeSpan.FromSeconds(1))
            {
                window.Dequeue();
            }

            if (window.Count >= 10)
            {
                return StubServer.Response("", HttpStatusCode.TooManyRequests);
            }

            window.Enqueue(_clock.Elapsed);
            taken++;
            return StubServer.Response("{}");
        });
        KantataClient kantata = _server.PersistentClient(retry => retry.Randomizer = random.NextDouble);

        Task all = Task.WhenAll(Enumerable.Range(0, 400).Select(_ => Get(kantata, "/x")).ToList());
        TimeSpan took = _clock.PassUntil(all, TimeSpan.FromMilliseconds(5));
        await all;

        Assert.Equal(400, taken);

        // 40 seconds is the least that the server allows; what was refused on the way stays a small part.
        Assert.True(took < TimeSpan.FromSeconds(160), $"It took {took} (seed {Seed}).");
        Assert.True(_server.Received.Count < 400 * 1.25, $"{_server.Received.Count} requests were sent for 400 (seed {Seed}).");
    }

    private KantataClientOptions Options() => new()
    {
        AccessToken = "t",
        BaseAddress = new Uri("https://api.test/v1/"),
        TimeProvider = _clock,
        Retry = new() { Randomizer = () => 1 },
    };

    private static Task Send(KantataConnection connection, Operation operation) =>
        connection.SendForNothingAsync(new ApiCall(operation.Method, operation.Path, "") { Operation = operation }, CancellationToken.None);

    private static Task<JsonElement> Get(KantataClient kantata, string path) => kantata.SendAsync(HttpMethod.Get, path);
}
