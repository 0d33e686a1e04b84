using Kantata.Emulator.Tests.Api;

namespace Kantata.Emulator.Tests.Misbehaviour;

public sealed class FaultScheduleTests
{
    private const string Seed = """{ "invoices": [ { "id": 1 } ], "workspaces": { "10": {} } }""";

    [Fact]
    public async Task Faults_happen_in_the_order_in_which_they_were_added_and_then_no_more()
    {
        await using Caller caller = await Caller.StartAsync(Seed);
        caller.Server.Faults.Add(Fault.TooManyRequests(), times: 2);
        caller.Server.Faults.Add(Fault.Empty());

        Assert.Equal(3, caller.Server.Faults.Pending);
        Assert.Equal([429, 429, 200, 200], await StatusesAsync(caller, 4));
        Assert.Equal(0, caller.Server.Faults.Pending);
        Assert.Equal(
            ["GET /invoices?page=1: 429", "GET /invoices?page=1: 429", "GET /invoices?page=1: 200 without a body"],
            caller.Server.Faults.Happened.Select(request => request.ToString()));
    }

    [Theory]
    [InlineData("GET", null, "GET /invoices,GET /invoices/1")]
    [InlineData("get", "/invoices", "GET /invoices")]
    [InlineData(null, "/invoices", "GET /invoices")]
    [InlineData(null, "/invoices/*", "GET /invoices/1,PUT /invoices/1/cancel")]
    [InlineData("PUT", "/invoices/*", "PUT /invoices/1/cancel")]
    [InlineData("PUT", "/inv/*", "")]
    [InlineData(null, "/workspaces", "")]
    public async Task A_fault_waits_for_the_requests_that_it_is_meant_for(string? method, string? path, string met)
    {
        await using Caller caller = await Caller.StartAsync(Seed);
        caller.Server.Faults.Add(Fault.TooManyRequests(), times: 10, method, path);

        await caller.GetAsync("invoices");
        await caller.GetAsync("invoices/1");
        await caller.PutAsync("invoices/1/cancel");

        Assert.Equal(met, string.Join(',', caller.Server.Faults.Happened.Select(request => $"{request.Method} {request.Path}")));
        Assert.Equal(met, string.Join(',', caller.Server.Requests.Where(request => request.Status == 429).Select(request => $"{request.Method} {request.Path}")));
    }

    [Fact]
    public async Task Faults_by_chance_are_the_same_for_the_same_seed()
    {
        List<string>[] runs = [[], [], []];
        foreach ((List<string> run, int seed) in runs.Zip([20260104, 20260104, 20260105]))
        {
            await using Caller caller = await Caller.StartAsync(Seed);
            caller.Server.Faults.AddRandom(seed, 0.5, Fault.TooManyRequests(), Fault.Unavailable(), Fault.Empty());
            foreach (int _ in Enumerable.Range(0, 60))
            {
                using HttpResponseMessage response = await caller.Http.GetAsync("invoices");
                run.Add($"{(int)response.StatusCode} {response.Content.Headers.ContentLength}");
            }
        }

        Assert.Equal(runs[0], runs[1]);
        Assert.NotEqual(runs[0], runs[2]);
        Assert.Equal(4, runs[0].Distinct().Count());
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 20)]
    public async Task The_share_says_how_many_are_met(double share, int met)
    {
        await using Caller caller = await Caller.StartAsync(Seed);
        caller.Server.Faults.AddRandom(seed: 7, share, Fault.TooManyRequests());

        Assert.Equal(met, (await StatusesAsync(caller, 20)).Count(status => status == 429));
    }

    [Fact]
    public async Task What_was_added_comes_before_chance_and_clearing_ends_both()
    {
        await using Caller caller = await Caller.StartAsync(Seed);
        caller.Server.Faults.AddRandom(seed: 7, share: 1, Fault.Unavailable());
        caller.Server.Faults.Add(Fault.TooManyRequests(), times: 5);

        Assert.Equal([429], await StatusesAsync(caller, 1));
        caller.Server.Faults.Clear();

        Assert.Empty(caller.Server.Faults.Happened);
        Assert.Equal([200, 200], await StatusesAsync(caller, 2));
    }

    [Fact]
    public async Task Many_requests_at_once_take_each_fault_once()
    {
        await using Caller caller = await Caller.StartAsync(Seed);
        caller.Server.Faults.Add(Fault.TooManyRequests(), times: 25);

        HttpResponseMessage[] responses = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => caller.Http.GetAsync("invoices")));

        Assert.Equal(25, responses.Count(response => (int)response.StatusCode == 429));
        Assert.Equal(25, caller.Server.Faults.Happened.Count);
        Array.ForEach(responses, response => response.Dispose());
    }

    [Fact]
    public async Task Faults_need_no_token()
    {
        await using Caller caller = await Caller.StartAsync(Seed);
        caller.Http.DefaultRequestHeaders.Authorization = null;
        caller.Server.Faults.Add(Fault.TooManyRequests());

        Assert.Equal([429, 401], await StatusesAsync(caller, 2));
    }

    [Fact]
    public async Task What_cannot_be_scheduled_is_refused()
    {
        await using Caller caller = await Caller.StartAsync(Seed);
        FaultSchedule faults = caller.Server.Faults;

        Assert.Throws<ArgumentNullException>(() => faults.Add(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => faults.Add(Fault.Empty(), times: 0));
        Assert.Throws<ArgumentException>(() => faults.Add(Fault.Empty(), path: "invoices"));
        Assert.Throws<ArgumentOutOfRangeException>(() => faults.AddRandom(1, 1.5, Fault.Empty()));
        Assert.Throws<ArgumentException>(() => faults.AddRandom(1, 0.5));
        Assert.Throws<ArgumentException>(() => faults.AddRandom(1, 0.5, Fault.Empty(), null!));
    }

    private static async Task<List<int>> StatusesAsync(Caller caller, int requests)
    {
        List<int> statuses = [];
        for (int i = 0; i < requests; i++)
        {
            using HttpResponseMessage response = await caller.Http.GetAsync("invoices?page=1");
            statuses.Add((int)response.StatusCode);
        }

        return statuses;
    }
}
