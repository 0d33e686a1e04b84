using Kantata.Runtime.Tests.Testing;

namespace Kantata.Runtime.Tests.Transport;

public class TokenTests
{
    [Fact]
    public async Task A_redirect_to_another_host_is_not_followed()
    {
        await using LoopbackServer other = new(LoopbackServer.Json("{}"));
        await using LoopbackServer api = new(LoopbackServer.RedirectTo(other.Address));
        using KantataClient kantata = new(new KantataClientOptions { AccessToken = "secret-token", BaseAddress = api.Address });

        KantataApiException e = await Assert.ThrowsAsync<KantataApiException>(() => kantata.BillingMilestones.GetAsync(42));

        Assert.Equal(302, (int)e.StatusCode);
        Assert.Contains("Authorization: Bearer secret-token", Assert.Single(api.Received), StringComparison.Ordinal);
        Assert.Empty(other.Received);
    }

    [Fact]
    public async Task A_callers_HttpClient_that_follows_redirects_takes_no_token_along()
    {
        await using LoopbackServer other = new(LoopbackServer.Json("{}"));
        await using LoopbackServer api = new(LoopbackServer.RedirectTo(other.Address));
        using HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = true });
        using KantataClient kantata = new(new KantataClientOptions { AccessToken = "secret-token", BaseAddress = api.Address }, http);

        await kantata.SendAsync(HttpMethod.Get, "/x");

        Assert.DoesNotContain("secret-token", Assert.Single(other.Received), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("two words")]
    [InlineData("line\r\nInjected: 1")]
    [InlineData("é")]
    public void What_is_no_token_is_refused_and_not_repeated(string? token)
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => new KantataClient(token!));

        Assert.Equal("AccessToken", e.ParamName);
        Assert.DoesNotContain("Injected", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_prints_the_token()
    {
        KantataClientOptions options = new() { AccessToken = "secret-token" };
        using KantataClient kantata = new(options);

        Assert.DoesNotContain("secret-token", $"{options}{kantata}", StringComparison.Ordinal);
    }
}
