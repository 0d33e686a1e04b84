using System.Net;
using Kantata.Runtime.Tests.Testing;

namespace Kantata.Runtime.Tests.Authentication;

public class TokenProviderTests
{
    private readonly List<string?> _asked = [];

    [Fact]
    public async Task Each_request_carries_what_the_provider_gives_then()
    {
        Queue<string> tokens = new(["first", "second"]);
        StubServer server = new StubServer().Answers("{}").Answers("{}");
        KantataClient kantata = Client(server, _ => tokens.Dequeue());

        await kantata.SendAsync(HttpMethod.Get, "/x");
        await kantata.SendAsync(HttpMethod.Get, "/x");

        Assert.Equal(["Bearer first", "Bearer second"], server.Received.Select(request => request.Header("Authorization")));
        Assert.Equal([null, null], _asked);
    }

    [Fact]
    public async Task A_token_that_is_refused_is_renewed_and_the_request_is_sent_again_also_a_write()
    {
        StubServer server = new StubServer().Answers("", HttpStatusCode.Unauthorized).Answers("");
        KantataClient kantata = Client(server, rejected => rejected is null ? "old" : "new");

        await kantata.BillingMilestones.DeleteAsync(42);

        Assert.Equal(["Bearer old", "Bearer new"], server.Received.Select(request => request.Header("Authorization")));
        Assert.Equal([null, null, "old"], _asked);
    }

    [Theory]
    [InlineData("old")]
    [InlineData("new")]
    public async Task A_token_that_cannot_be_renewed_or_is_refused_again_is_told(string renewed)
    {
        StubServer server = new StubServer().Answers("", HttpStatusCode.Unauthorized).Answers("", HttpStatusCode.Unauthorized);
        KantataClient kantata = Client(server, rejected => rejected is null ? "old" : renewed);

        KantataAuthenticationException e = await Assert.ThrowsAsync<KantataAuthenticationException>(() => kantata.BillingMilestones.DeleteAsync(42));

        Assert.Equal(renewed == "old" ? 1 : 2, server.Received.Count);
        Assert.Equal(WriteOutcome.NotCarriedOut, e.WriteOutcome);
    }

    [Fact]
    public async Task Requests_that_were_refused_together_renew_the_token_once()
    {
        string current = "old";
        int renewals = 0;
        List<TaskCompletionSource<HttpResponseMessage>> answers = [];
        StubServer server = new();
        for (int i = 0; i < 8; i++)
        {
            TaskCompletionSource<HttpResponseMessage> answer = new();
            answers.Add(answer);
            server.Answers((_, _) => answer.Task);
        }

        server.Answers(8, _ => StubServer.Response("{}"));
        KantataClient kantata = Client(server, rejected =>
        {
            if (rejected is not null)
            {
                renewals++;
                current = "new";
            }

            return current;
        });
        Task all = Task.WhenAll(Enumerable.Range(0, 8).Select(_ => kantata.SendAsync(HttpMethod.Get, "/x")));

        VirtualClock.Run(() => answers.ForEach(answer => answer.SetResult(StubServer.Response("", HttpStatusCode.Unauthorized))));
        await all;

        Assert.Equal(1, renewals);
        Assert.Equal(8, server.Received.Count(request => request.Header("Authorization") == "Bearer new"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_provider_that_does_not_answer_takes_no_longer_than_a_request_may(bool renews)
    {
        VirtualClock clock = new();
        StubServer server = new StubServer { Clock = clock }.Answers("", HttpStatusCode.Unauthorized);
        KantataClient kantata = server.Client(options =>
        {
            options.AccessToken = "";
            options.TokenProvider = KantataTokenProvider.From((rejected, cancellationToken) =>
                renews && rejected is null ? new("old") : NeverAsync(cancellationToken));
        });

        Task deleting = kantata.BillingMilestones.DeleteAsync(42);
        clock.Pass(TimeSpan.FromSeconds(190));

        KantataTimeoutException e = await Assert.ThrowsAsync<KantataTimeoutException>(() => deleting);
        Assert.Equal("DELETE /billing_milestones/42 was not sent: the token provider gave no token in time.", e.Message);
        Assert.Equal((WriteOutcome.NotCarriedOut, renews ? 1 : 0), (e.WriteOutcome, server.Received.Count));
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_is_tried_again_until_the_total_time_is_over()
    {
        VirtualClock clock = new();
        int asked = 0;
        StubServer server = new() { Clock = clock };
        KantataClient kantata = server.PersistentClient(configure: options =>
        {
            options.AccessToken = "";
            options.TokenProvider = KantataTokenProvider.From((_, cancellationToken) =>
            {
                asked++;
                return NeverAsync(cancellationToken);
            });
        });

        Task<BillingMilestone> reading = kantata.BillingMilestones.GetAsync(42);
        TimeSpan took = clock.PassUntil(reading, TimeSpan.FromSeconds(1));

        await Assert.ThrowsAsync<KantataTimeoutException>(() => reading);
        Assert.InRange(took, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(15));
        Assert.Equal(5, asked);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task A_call_that_is_ended_while_the_provider_is_asked_ends()
    {
        using CancellationTokenSource stop = new();
        StubServer server = new();
        KantataClient kantata = server.Client(options =>
        {
            options.AccessToken = "";
            options.TokenProvider = KantataTokenProvider.From((_, cancellationToken) => NeverAsync(cancellationToken));
        });

        Task deleting = kantata.BillingMilestones.DeleteAsync(42, stop.Token);
        await stop.CancelAsync();

        OperationCanceledException e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => deleting);
        Assert.Equal(stop.Token, e.CancellationToken);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task A_plain_token_that_is_refused_is_told_at_once()
    {
        StubServer server = new StubServer().Answers("", HttpStatusCode.Unauthorized);

        await Assert.ThrowsAsync<KantataAuthenticationException>(() => server.PersistentClient().BillingMilestones.GetAsync(42));
    }

    [Fact]
    public async Task What_is_no_token_is_not_sent_and_not_repeated()
    {
        StubServer server = new();

        InvalidOperationException e = await Assert.ThrowsAsync<InvalidOperationException>(() => Client(server, _ => "two words").BillingMilestones.GetAsync(42));

        Assert.DoesNotContain("two words", e.ToString(), StringComparison.Ordinal);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task The_providers_own_failure_is_told_as_it_is()
    {
        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => Client(new StubServer(), _ => throw new TimeZoneNotFoundException()).BillingMilestones.GetAsync(42));
    }

    [Fact]
    public void A_token_is_given_in_one_way()
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => new KantataClient(new KantataClientOptions { AccessToken = "t", TokenProvider = KantataTokenProvider.From((_, _) => new("t")) }));

        Assert.Equal("TokenProvider", e.ParamName);
    }

    private KantataClient Client(StubServer server, Func<string?, string> give) => server.PersistentClient(configure: options =>
    {
        options.AccessToken = "";
        options.TokenProvider = KantataTokenProvider.From((rejected, _) =>
        {
            _asked.Add(rejected);
            return new(give(rejected));
        });
    });

    private static ValueTask<string> NeverAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource<string> never = new();
        cancellationToken.UnsafeRegister(_ => never.TrySetCanceled(cancellationToken), null);
        return new(never.Task);
    }
}
