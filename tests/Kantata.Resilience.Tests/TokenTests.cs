using System.Net;
using Kantata.Emulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Kantata.Resilience.Tests;

/// <summary>Who has no token gets nothing, and who has one gives it to nobody else.</summary>
public sealed class TokenTests
{
    private const string Seed = """{ "workspaces": { "10": {} }, "time_entries": { "1": {}, "2": {} }, "billing_milestones": { "7": { "title": "Design" } } }""";

    [Fact]
    public async Task A_client_whose_token_was_revoked_gets_nothing_changes_nothing_and_is_not_tried_again()
    {
        await using KantataEmulator server = await KantataEmulator.StartAsync(new KantataEmulatorOptions { SeedJson = Seed });
        using KantataClient good = ClientOf(server, server.AccessToken);
        using KantataClient revoked = ClientOf(server, "revoked-token");
        await good.TimeEntries.List().ToListAsync();
        server.ClearRequests();

        List<TimeEntry> given = [];
        List<KantataException> failures =
        [
            await Assert.ThrowsAsync<KantataAuthenticationException>(async () =>
            {
                await foreach (TimeEntry entry in revoked.TimeEntries.List().Prefetch(8))
                {
                    given.Add(entry);
                }
            }),
            await Assert.ThrowsAsync<KantataAuthenticationException>(() => revoked.TimeEntries.List().CountAsync()),
            await Assert.ThrowsAsync<KantataAuthenticationException>(() => revoked.BillingMilestones.GetAsync(7)),
            await Assert.ThrowsAsync<KantataAuthenticationException>(() => revoked.BillingMilestones.CreateAsync(Draft("One"))),
            await Assert.ThrowsAsync<KantataAuthenticationException>(() => revoked.BillingMilestones.UpdateAsync(7, new() { Title = "Other" })),
            await Assert.ThrowsAsync<KantataAuthenticationException>(() => revoked.BillingMilestones.DeleteAsync(7)),
            await Assert.ThrowsAsync<KantataAuthenticationException>(() => revoked.SendAsync(HttpMethod.Get, "/time_entries")),
        ];
        KantataBatchException batch = await Assert.ThrowsAsync<KantataBatchException>(() => revoked.BillingMilestones.CreateManyAsync([Draft("Two"), Draft("Three")]));
        failures.Add(batch);

        Assert.Empty(given);
        Assert.Equal((0, 2, 0), (batch.Done.Count, batch.Failed.Count, batch.NotSent.Count));
        Assert.Equal(failures.Count, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.Equal(401, request.Status));
        Assert.All(failures, failure => Assert.False(failure.MayHaveBeenCarriedOut, failure.Message));
        Assert.All(failures, failure => Assert.DoesNotContain("revoked-token", failure.ToString(), StringComparison.Ordinal));
        Assert.All(failures, failure => Assert.DoesNotContain(server.AccessToken, failure.ToString(), StringComparison.Ordinal));
        Assert.Equal(["Design"], (await good.BillingMilestones.List().ToListAsync()).Select(milestone => milestone.Title));
    }

    [Fact]
    public async Task A_revoked_client_beside_a_good_one_takes_nothing_from_it()
    {
        await using KantataEmulator server = await KantataEmulator.StartAsync(new KantataEmulatorOptions { SeedJson = Seed });
        using HttpClient shared = new();
        using KantataClient good = new(OptionsOf(server, server.AccessToken), shared);
        using KantataClient revoked = new(OptionsOf(server, "revoked-token"), shared);

        for (int i = 0; i < 20; i++)
        {
            Task<int> allowed = good.TimeEntries.List().CountAsync();
            Task<int> refused = revoked.TimeEntries.List().CountAsync();

            Assert.Equal(2, await allowed);
            await Assert.ThrowsAsync<KantataAuthenticationException>(() => refused);
        }

        Assert.False(shared.DefaultRequestHeaders.Contains("Authorization"));
    }

    [Theory]
    [InlineData(301, false)]
    [InlineData(302, false)]
    [InlineData(303, false)]
    [InlineData(307, false)]
    [InlineData(308, false)]
    [InlineData(301, true)]
    [InlineData(302, true)]
    [InlineData(303, true)]
    [InlineData(307, true)]
    [InlineData(308, true)]
    public async Task A_redirect_to_another_host_never_carries_the_token(int status, bool withClientThatFollows)
    {
        List<string> seen = [];
        await using WebApplication other = await ServeAsync(context =>
        {
            lock (seen)
            {
                seen.Add($"{context.Request.Method} {context.Request.QueryString} {string.Join(' ', context.Request.Headers.Select(header => $"{header.Key}: {header.Value}"))}");
            }

            return context.Response.WriteAsync("{}");
        });
        await using WebApplication api = await ServeAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = $"{other.Urls.Single()}{context.Request.Path}{context.Request.QueryString}";
            return Task.CompletedTask;
        });
        KantataClientOptions options = new() { AccessToken = "secret-token", BaseAddress = new Uri(api.Urls.Single()) };
        using HttpClient following = new(new SocketsHttpHandler { AllowAutoRedirect = true });
        using KantataClient kantata = withClientThatFollows ? new KantataClient(options, following) : new KantataClient(options);

        KantataApiException read = await Assert.ThrowsAsync<KantataApiException>(() => kantata.TimeEntries.List().ToListAsync());
        KantataApiException write = await Assert.ThrowsAsync<KantataApiException>(() => kantata.BillingMilestones.CreateAsync(Draft("One")));

        Assert.Equal(withClientThatFollows, seen.Count > 0);
        Assert.All(seen, request => Assert.DoesNotContain("secret-token", request, StringComparison.Ordinal));
        Assert.All([read, write], failure => Assert.DoesNotContain("secret-token", failure.ToString(), StringComparison.Ordinal));
    }

    private static KantataClient ClientOf(KantataEmulator server, string token) => new(OptionsOf(server, token));

    private static KantataClientOptions OptionsOf(KantataEmulator server, string token) => new() { AccessToken = token, BaseAddress = server.BaseAddress };

    private static BillingMilestoneCreateRequest Draft(string title) => new() { Title = title, AmountInCents = 1, WorkspaceId = 10 };

    private static async Task<WebApplication> ServeAsync(RequestDelegate answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        WebApplication application = builder.Build();
        application.Run(answer);
        await application.StartAsync();
        return application;
    }
}
