using System.Net;
using Kantata.Runtime.Tests.Testing;

namespace Kantata.Runtime.Tests.Retrying;

public class OvernightTests
{
    private const int Schedules = 100;

    [Fact]
    public async Task A_list_is_read_whole_and_in_order_whatever_fails_on_the_way()
    {
        int faults = 0;
        for (int seed = 0; seed < Schedules; seed++)
        {
            Random random = new(seed);
            StoryServer server = new(random.Next(1, 600)) { Clock = new VirtualClock(), Latency = TimeSpan.FromMilliseconds(50) };
            using FaultHandler faulty = new(server, random);
            using KantataClient kantata = Client(faulty, server.Clock, random);

            Task<List<Story>> reading = kantata.Stories.List().Parameter("per_page", "20").Prefetch(random.Next(0, 9)).ToListAsync();
            server.Clock.PassUntil(reading, TimeSpan.FromMilliseconds(100));

            Assert.True((await reading).Select(story => story.Id).SequenceEqual(server.Ids.Select(id => (Id<Story>)id)), $"Seed {seed}: the list is not what the server has.");
            Assert.True(faulty.UnderWay == 0, $"Seed {seed}: something is left running.");
            faults += faulty.Faults;
        }

        Assert.True(faults > Schedules, $"Only {faults} faults were met.");
    }

    [Fact]
    public async Task No_write_is_carried_out_twice_and_the_exception_is_right_about_each()
    {
        int faults = 0;
        for (int seed = 0; seed < Schedules; seed++)
        {
            Random random = new(seed);
            VirtualClock clock = new();
            WriteLog log = new();
            using FaultHandler faulty = new(log, random);
            using KantataClient kantata = Client(faulty, clock, random);
            for (int i = 0; i < 20; i++)
            {
                Task writing = kantata.BillingMilestones.DeleteAsync(i);
                clock.PassUntil(writing, TimeSpan.FromMilliseconds(100));
                KantataException? failure = await Record.ExceptionAsync(() => writing) as KantataException;
                int carriedOut = log.CarriedOut.GetValueOrDefault($"/billing_milestones/{i}");
                string what = $"Seed {seed}, write {i}: carried out {carriedOut} times, and it {failure?.WriteOutcome.ToString() ?? "succeeded"}.";

                Assert.True(carriedOut <= 1, what);
                Assert.True(failure is not null || carriedOut == 1, what);
                Assert.True(failure?.WriteOutcome is not WriteOutcome.NotCarriedOut || carriedOut == 0, what);
                Assert.True(failure?.WriteOutcome is not WriteOutcome.CarriedOut || carriedOut == 1, what);
            }

            faults += faulty.Faults;
        }

        Assert.True(faults > Schedules, $"Only {faults} faults were met.");
    }

    [Fact]
    public async Task A_call_that_is_cancelled_at_any_point_ends_there_and_leaves_nothing_running()
    {
        int cancelled = 0;
        for (int seed = 0; seed < Schedules; seed++)
        {
            Random random = new(seed);
            using CancellationTokenSource stop = new();
            StoryServer server = new(400) { Clock = new VirtualClock(), Latency = TimeSpan.FromMilliseconds(50) };
            using FaultHandler faulty = new(server, random);
            using KantataClient kantata = Client(faulty, server.Clock, random);
            Task<List<Story>> reading = kantata.Stories.List().Parameter("per_page", "20").Prefetch(random.Next(0, 9)).ToListAsync(stop.Token);
            for (int steps = random.Next(0, 40); steps > 0 && !reading.IsCompleted; steps--)
            {
                server.Clock.Pass(TimeSpan.FromMilliseconds(50));
            }

            if (reading.IsCompleted)
            {
                continue;
            }

            cancelled++;
            TimeSpan before = server.Clock.Elapsed;
            await stop.CancelAsync();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
            Assert.Equal(before, server.Clock.Elapsed);
            Assert.True(faulty.UnderWay == 0, $"Seed {seed}: something is left running.");
        }

        Assert.True(cancelled > Schedules / 2, $"Only {cancelled} calls were still under way.");
    }

    private static KantataClient Client(HttpMessageHandler handler, VirtualClock clock, Random random) => new(
        new KantataClientOptions
        {
            AccessToken = "t",
            BaseAddress = new Uri("https://api.test/"),
            TimeProvider = clock,
            Retry = new() { Randomizer = random.NextDouble, MaxAttempts = 100, TotalTime = TimeSpan.FromDays(1) },
        },
        new HttpClient(handler, disposeHandler: false));

    /// <summary>Refuses, breaks off and keeps silent, now before and now after the request was carried out.</summary>
    private sealed class FaultHandler(HttpMessageHandler inner, Random random) : DelegatingHandler(inner)
    {
        public int Faults { get; private set; }

        public int UnderWay { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            UnderWay++;
            try
            {
                return await AnswerAsync(request, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                UnderWay--;
            }
        }

        private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            int fault = random.Next(14);
            Faults += fault < 8 ? 1 : 0;
            if (fault == 0)
            {
                throw new HttpRequestException(HttpRequestError.ConnectionError);
            }

            // From here on the request has left.
            await (request.Content?.CopyToAsync(Stream.Null, cancellationToken) ?? Task.CompletedTask).ConfigureAwait(false);
            switch (fault)
            {
                case 1 or 2:
                    return StubServer.Response("", HttpStatusCode.TooManyRequests);
                case 3:
                    return StubServer.Response("<html>", HttpStatusCode.BadGateway);
                case 4:
                    throw new HttpRequestException(HttpRequestError.ResponseEnded);
            }

            HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            switch (fault)
            {
                case 5:
                    throw new HttpRequestException(HttpRequestError.ResponseEnded);
                case 6:
                    return StubServer.Response("<html>", HttpStatusCode.GatewayTimeout);
                case 7:
                    TaskCompletionSource<HttpResponseMessage> never = new();
                    await using (cancellationToken.UnsafeRegister(_ => never.TrySetCanceled(cancellationToken), null))
                    {
                        return await never.Task.ConfigureAwait(false);
                    }

                default:
                    return response;
            }
        }
    }

    /// <summary>Carries out every write that it gets, and counts.</summary>
    private sealed class WriteLog : HttpMessageHandler
    {
        public Dictionary<string, int> CarriedOut { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string path = request.RequestUri!.AbsolutePath;
            CarriedOut[path] = CarriedOut.GetValueOrDefault(path) + 1;
            return Task.FromResult(StubServer.Response(""));
        }
    }
}
