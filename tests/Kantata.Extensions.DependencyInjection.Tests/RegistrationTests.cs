using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Kantata.Extensions.DependencyInjection.Tests;

public sealed class RegistrationTests : EmulatedHost
{
    [Fact]
    public async Task A_registered_client_reads_from_the_api()
    {
        Builder.Services.AddKantata(UseServer);
        using IHost host = Builder.Build();

        BillingMilestone milestone = await host.Services.GetRequiredService<KantataClient>().BillingMilestones.GetAsync(2);

        Assert.Equal("Piers", milestone.Title);
    }

    [Fact]
    public void There_is_one_client_for_the_life_of_the_host()
    {
        Builder.Services.AddKantata(UseServer);
        using IHost host = Builder.Build();
        using IServiceScope scope = host.Services.CreateScope();

        Assert.Same(host.Services.GetRequiredService<KantataClient>(), scope.ServiceProvider.GetRequiredService<KantataClient>());
    }

    [Fact]
    public async Task Named_clients_have_options_and_http_clients_of_their_own()
    {
        List<string> senders = [];
        Builder.Services.AddKantata(UseServer).AddHttpMessageHandler(() => new RecordingHandler("default", senders));
        Builder.Services
            .AddKantata("ledger", options =>
            {
                UseServer(options);
                options.UserAgent = "ledger";
            })
            .AddHttpMessageHandler(() => new RecordingHandler("ledger", senders));
        Builder.Services.AddSingleton<LedgerSync>();
        using IHost host = Builder.Build();

        KantataClient ledger = host.Services.GetRequiredService<LedgerSync>().Kantata;
        await ledger.BillingMilestones.GetAsync(1);
        await host.Services.GetRequiredService<KantataClient>().BillingMilestones.GetAsync(1);

        Assert.Same(host.Services.GetRequiredKeyedService<KantataClient>("ledger"), ledger);
        Assert.NotSame(host.Services.GetRequiredService<KantataClient>(), ledger);
        Assert.Equal(["ledger: ledger", "default: kantata-dotnet/0.1.0"], senders);
    }

    [Fact]
    public void A_name_that_nothing_was_registered_for_gives_no_client()
    {
        Builder.Services.AddKantata(UseServer);
        using IHost host = Builder.Build();

        Assert.Null(host.Services.GetKeyedService<KantataClient>("ledger"));
    }

    [Fact]
    public async Task Registering_a_client_again_adds_to_its_options()
    {
        Builder.Services.AddKantata(UseServer);
        Builder.Services.AddKantata(options => options.KeepUnknownMembers = true);
        using IHost host = Builder.Build();

        KantataClient client = Assert.Single(host.Services.GetServices<KantataClient>());

        Assert.Equal("Kick-off", (await client.BillingMilestones.GetAsync(1)).Title);
    }

    [Fact]
    public async Task Each_request_is_sent_by_the_handlers_that_the_factory_has_at_that_time()
    {
        NewHandlers handlers = new();
        Builder.Services.AddKantata(UseServer);
        Builder.Services.AddSingleton<IHttpMessageHandlerFactory>(handlers);
        using IHost host = Builder.Build();
        KantataClient kantata = host.Services.GetRequiredService<KantataClient>();

        await kantata.BillingMilestones.GetAsync(1);
        await kantata.BillingMilestones.GetAsync(2);

        Assert.Equal(["Kantata", "Kantata"], handlers.Names);
    }

    [Fact]
    public async Task What_is_configured_for_the_http_client_holds()
    {
        List<string> senders = [];
        Builder.Services.AddKantata(UseServer)
            .ConfigureHttpClient(http => http.DefaultRequestHeaders.Add("X-Team", "billing"))
            .AddHttpMessageHandler(() => new RecordingHandler("X-Team", senders, "X-Team"));
        using IHost host = Builder.Build();

        await host.Services.GetRequiredService<KantataClient>().BillingMilestones.GetAsync(1);

        Assert.Equal(["X-Team: billing"], senders);
    }

    [Fact]
    public void Neither_redirects_are_followed_nor_cookies_kept()
    {
        Builder.Services.AddKantata(UseServer);
        using IHost host = Builder.Build();

        HttpMessageHandler handler = host.Services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler("Kantata");
        while (handler is DelegatingHandler { InnerHandler: { } inner })
        {
            handler = inner;
        }

        SocketsHttpHandler primary = Assert.IsType<SocketsHttpHandler>(handler);
        Assert.False(primary.AllowAutoRedirect);
        Assert.False(primary.UseCookies);
    }

    [Fact]
    public async Task The_token_is_in_no_log_of_the_factory()
    {
        RecordingLogger log = new();
        Builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        Builder.Services.AddKantata(UseServer);
        using IHost host = Builder.Build();

        await host.Services.GetRequiredService<KantataClient>().BillingMilestones.GetAsync(1);

        Assert.Contains(log.Messages, message => message.Contains("Authorization", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Messages, message => message.Contains(Server.AccessToken, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_registered_client_logs_to_the_container_and_never_the_token()
    {
        RecordingLogger log = new();
        Builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        Builder.Services.AddKantata(UseServer);
        using IHost host = Builder.Build();

        await Assert.ThrowsAsync<KantataNotFoundException>(() => host.Services.GetRequiredService<KantataClient>().BillingMilestones.GetAsync(3));

        Assert.Contains("GET /billing_milestones/3 is sent (attempt 1).", log.Messages);
        Assert.Contains(log.Messages, message => message.StartsWith("GET /billing_milestones/3 failed at attempt 1 (NotFound, ", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Messages, message => message.Contains(Server.AccessToken, StringComparison.Ordinal));
    }

    [Fact]
    public void The_options_own_timeout_holds_and_not_that_of_the_http_client()
    {
        TimeSpan timeout = default;
        Builder.Services.AddKantata(UseServer).ConfigureHttpClient(http => timeout = http.Timeout);
        using IHost host = Builder.Build();

        _ = host.Services.GetRequiredService<KantataClient>();

        Assert.Equal(Timeout.InfiniteTimeSpan, timeout);
    }

    private sealed class LedgerSync([FromKeyedServices("ledger")] KantataClient kantata)
    {
        public KantataClient Kantata { get; } = kantata;
    }

    private sealed class RecordingHandler(string name, List<string> senders, string header = "User-Agent") : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            senders.Add($"{name}: {string.Join(' ', request.Headers.GetValues(header))}");
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class NewHandlers : IHttpMessageHandlerFactory
    {
        public List<string> Names { get; } = [];

        public HttpMessageHandler CreateHandler(string name)
        {
            Names.Add(name);
            return new SocketsHttpHandler();
        }
    }
}
