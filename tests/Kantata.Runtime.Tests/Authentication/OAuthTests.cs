using System.Net;
using Kantata.Runtime.Tests.Testing;

namespace Kantata.Runtime.Tests.Authentication;

public sealed class OAuthTests : IDisposable
{
    private readonly StubServer _server = new();
    private readonly KantataOAuth _oauth;

    public OAuthTests() => _oauth = new KantataOAuth(Options(), new HttpClient(_server));

    public void Dispose()
    {
        _oauth.Dispose();
        _server.Dispose();
    }

    [Fact]
    public void The_user_is_sent_to_an_address_that_names_the_application_and_the_way_back() =>
        Assert.Equal(
            "https://app.mavenlink.com/oauth/authorize?client_id=app%201&response_type=code&redirect_uri=http:%2F%2Flocalhost:5000%2Fcallback&state=s-1",
            _oauth.AuthorizeAddress("s-1").AbsoluteUri);

    [Fact]
    public void States_cannot_be_guessed_and_stand_in_an_address()
    {
        string state = KantataOAuth.NewState();

        Assert.Equal(64, state.Length);
        Assert.NotEqual(state, KantataOAuth.NewState());
        Assert.All(state, c => Assert.True(char.IsAsciiLetterOrDigit(c)));
    }

    [Fact]
    public void The_user_comes_back_with_a_code() =>
        Assert.Equal("c+1", KantataOAuth.ReadCode(new Uri("http://localhost:5000/callback?code=c%2B1&state=s-1"), "s-1"));

    [Theory]
    [InlineData("code=c&state=other", "The state that came back is not the one that was sent, so that the answer may be somebody else's.")]
    [InlineData("code=c", "The state that came back is not the one that was sent, so that the answer may be somebody else's.")]
    [InlineData("error=access_denied&error_description=The+user+refused.&state=s-1", "Access was not given: The user refused.")]
    [InlineData("error=access_denied&state=s-1", "Access was not given: access_denied")]
    [InlineData("state=s-1", "The address that came back holds no code.")]
    [InlineData("code=&state=s-1", "The address that came back holds no code.")]
    public void Whoever_comes_back_otherwise_gets_nothing(string query, string message)
    {
        KantataAuthenticationException e = Assert.Throws<KantataAuthenticationException>(() => KantataOAuth.ReadCode(new Uri("http://localhost:5000/callback?" + query), "s-1"));

        Assert.Equal(message, e.Message);
    }

    [Fact]
    public async Task A_code_is_exchanged_for_a_token()
    {
        _server.Answers("""{"access_token": "t-1", "token_type": "bearer"}""");

        Assert.Equal("t-1", await _oauth.ExchangeCodeAsync("c 1"));

        Assert.Equal(("POST", "app.mavenlink.com", "/oauth/token", ""), (_server.Only.Method, _server.Only.Host, _server.Only.Path, _server.Only.Query));
        Assert.Equal("application/x-www-form-urlencoded", _server.Only.ContentType);
        Assert.Equal("grant_type=authorization_code&client_id=app+1&client_secret=secret-1&code=c+1&redirect_uri=http%3A%2F%2Flocalhost%3A5000%2Fcallback", _server.Only.Body);
        Assert.Null(_server.Only.Header("Authorization"));
    }

    [Fact]
    public async Task A_code_that_is_not_accepted_is_told_without_the_code_and_the_secret()
    {
        _server.Answers("""{"error": "invalid_grant", "error_description": "The code code-1 of the application with secret-1 was used before."}""", HttpStatusCode.Unauthorized);

        KantataAuthenticationException e = await Assert.ThrowsAsync<KantataAuthenticationException>(() => _oauth.ExchangeCodeAsync("code-1"));

        Assert.Equal([new KantataError("oauth", "The code [hidden] of the application with [hidden] was used before.", null)], e.Errors);
        Assert.DoesNotContain("code-1", e.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret-1", e.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("""{"access_token": 7}""")]
    public async Task An_answer_without_a_token_is_unreadable(string answer)
    {
        _server.Answers(answer);

        await Assert.ThrowsAsync<UnreadableResponseException>(() => _oauth.ExchangeCodeAsync("c"));
    }

    [Fact]
    public void An_application_that_is_not_described_is_refused()
    {
        Assert.Equal("ClientId", Assert.Throws<ArgumentException>(() => new KantataOAuth(Options(options => options.ClientId = ""))).ParamName);
        Assert.Equal("ClientSecret", Assert.Throws<ArgumentException>(() => new KantataOAuth(Options(options => options.ClientSecret = ""))).ParamName);
        Assert.Equal("RedirectAddress", Assert.Throws<ArgumentException>(() => new KantataOAuth(Options(options => options.RedirectAddress = null))).ParamName);
    }

    private static KantataOAuthOptions Options(Action<KantataOAuthOptions>? configure = null)
    {
        KantataOAuthOptions options = new() { ClientId = "app 1", ClientSecret = "secret-1", RedirectAddress = new Uri("http://localhost:5000/callback") };
        configure?.Invoke(options);
        return options;
    }
}
