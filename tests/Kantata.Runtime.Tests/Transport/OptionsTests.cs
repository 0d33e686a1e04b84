using Kantata.Runtime.Tests.Testing;

namespace Kantata.Runtime.Tests.Transport;

public class OptionsTests
{
    [Fact]
    public void The_defaults_are_those_of_the_documents()
    {
        KantataClientOptions options = new();

        Assert.Equal(new Uri("https://api.mavenlink.com/api/v1/"), options.BaseAddress);
        Assert.Equal(TimeSpan.FromSeconds(190), options.Timeout);
        Assert.False(options.KeepUnknownMembers);
        Assert.Same(TimeProvider.System, options.TimeProvider);
    }

    [Theory]
    [InlineData("ftp://api.test/")]
    [InlineData("https://api.test/?a=1")]
    [InlineData("https://api.test/#a")]
    [InlineData("https://user:password@api.test/")]
    [InlineData("/relative")]
    public void A_base_address_that_leads_nowhere_is_refused(string address) =>
        Refuses(nameof(KantataClientOptions.BaseAddress), options => options.BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute));

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    [InlineData(50 * 24 * 3600)]
    public void A_timeout_that_no_timer_can_wait_is_refused(int seconds) =>
        Refuses(nameof(KantataClientOptions.Timeout), options => options.Timeout = TimeSpan.FromSeconds(seconds));

    [Fact]
    public void No_timeout_at_all_is_allowed()
    {
        using KantataClient kantata = new(new KantataClientOptions { AccessToken = "t", Timeout = Timeout.InfiniteTimeSpan });

        Assert.NotNull(kantata.Invoices);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\nb")]
    public void A_user_agent_that_no_header_may_hold_is_refused(string userAgent) =>
        Refuses(nameof(KantataClientOptions.UserAgent), options => options.UserAgent = userAgent);

    [Fact]
    public void What_is_missing_is_refused()
    {
        Refuses(nameof(KantataClientOptions.BaseAddress), options => options.BaseAddress = null!);
        Refuses(nameof(KantataClientOptions.TimeProvider), options => options.TimeProvider = null!);
        Assert.Throws<ArgumentNullException>(() => new KantataClient((KantataClientOptions)null!));
        Assert.Throws<ArgumentNullException>(() => new KantataClient(new KantataClientOptions { AccessToken = "t" }, null!));
    }

    [Fact]
    public async Task A_client_keeps_the_options_that_it_was_made_with()
    {
        StubServer server = new StubServer().Answers("{}");
        using HttpClient http = new(server);
        KantataClientOptions options = new() { AccessToken = "first", UserAgent = "mine/1" };
        using KantataClient kantata = new(options, http);

        options.AccessToken = "second";
        options.UserAgent = "mine/2";
        await kantata.SendAsync(HttpMethod.Get, "/x");

        Assert.Equal("Bearer first", server.Only.Header("Authorization"));
        Assert.Equal("mine/1", server.Only.Header("User-Agent"));
    }

    private static void Refuses(string member, Action<KantataClientOptions> change)
    {
        KantataClientOptions options = new() { AccessToken = "t" };
        change(options);

        ArgumentException e = Assert.ThrowsAny<ArgumentException>(() => new KantataClient(options));

        Assert.Equal(member, e.ParamName);
    }
}
