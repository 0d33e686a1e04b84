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
    public async Task A_file_that_lies_at_another_host_is_fetched_there_without_the_token()
    {
        await using LoopbackServer other = new(LoopbackServer.Json("the file"));
        await using LoopbackServer api = new(LoopbackServer.RedirectTo(other.Address));
        using KantataClient kantata = new(new KantataClientOptions { AccessToken = "secret-token", BaseAddress = api.Address });

        await using Stream file = await kantata.Invoices.DownloadAsync(7);

        Assert.Equal("the file", await new StreamReader(file).ReadToEndAsync());
        Assert.Contains("Authorization: Bearer secret-token", Assert.Single(api.Received), StringComparison.Ordinal);
        Assert.DoesNotContain("secret-token", Assert.Single(other.Received), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_elsewhere_at_the_api_is_fetched_with_the_token()
    {
        StubServer server = new StubServer().Answers(_ => Redirect("/v1/files/7?v=2")).Answers("the file");

        await using Stream file = await server.Client().Invoices.DownloadAsync(7);

        Assert.Equal("the file", await new StreamReader(file).ReadToEndAsync());
        Assert.Equal(("/v1/files/7", "v=2", "Bearer secret-token"), (server.Received[1].Path, server.Received[1].Query, server.Received[1].Header("Authorization")));
    }

    [Theory]
    [InlineData("http://api.test/v1/files/7")]
    [InlineData("file:///etc/passwd")]
    public async Task A_redirect_to_what_is_less_safe_is_not_followed(string location)
    {
        StubServer server = new StubServer().Answers(_ => Redirect(location));

        KantataApiException e = await Assert.ThrowsAsync<KantataApiException>(() => server.Client().Invoices.DownloadAsync(7));

        Assert.Equal(302, (int)e.StatusCode);
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task Redirects_without_end_are_given_up()
    {
        StubServer server = new StubServer().Answers(6, static _ => Redirect("/v1/files/7"));

        await Assert.ThrowsAsync<KantataApiException>(() => server.Client().Invoices.DownloadAsync(7));

        Assert.Equal(6, server.Received.Count);
    }

    [Fact]
    public async Task A_callers_HttpClient_that_follows_redirects_takes_no_token_along_and_brings_nothing_back()
    {
        await using LoopbackServer other = new(LoopbackServer.Json("{}"));
        await using LoopbackServer api = new(LoopbackServer.RedirectTo(other.Address));
        using HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = true });
        using KantataClient kantata = new(new KantataClientOptions { AccessToken = "secret-token", BaseAddress = api.Address }, http);

        KantataApiException e = await Assert.ThrowsAsync<KantataApiException>(() => kantata.SendAsync(HttpMethod.Get, "/x"));

        Assert.Equal("GET /x was answered 200: the answer came from 127.0.0.1 after a redirect, and is not the API's.", e.Message);
        Assert.DoesNotContain("secret-token", Assert.Single(other.Received), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_that_a_redirect_made_a_read_was_not_carried_out_whatever_the_read_answers()
    {
        StubServer server = new StubServer().Answers(request =>
        {
            HttpResponseMessage response = StubServer.Response("");
            response.RequestMessage = new HttpRequestMessage(HttpMethod.Get, request.RequestUri);
            return response;
        });

        await Assert.ThrowsAsync<KantataApiException>(() => server.Client().BillingMilestones.DeleteAsync(42));
    }

    [Fact]
    public async Task A_server_that_repeats_the_token_does_not_bring_it_into_the_exception()
    {
        StubServer server = new StubServer().Answers(
            """{"errors": [{"type": "oauth", "message": "The header was Bearer secret-token.", "field": "secret-token"}]}""", System.Net.HttpStatusCode.Unauthorized);

        KantataAuthenticationException e = await Assert.ThrowsAsync<KantataAuthenticationException>(() => server.Client().BillingMilestones.GetAsync(42));

        Assert.Equal([new KantataError("oauth", "The header was Bearer [hidden].", "[hidden]")], e.Errors);
        Assert.DoesNotContain("secret-token", e.ToString(), StringComparison.Ordinal);
    }

    private static HttpResponseMessage Redirect(string location)
    {
        HttpResponseMessage response = new(System.Net.HttpStatusCode.Found);
        response.Headers.Location = new Uri(location, UriKind.RelativeOrAbsolute);
        return response;
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
