using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Kantata.Emulator.Tests.OAuth;

/// <summary>An emulator, a program that wants its token, and the browser of a user.</summary>
internal sealed class Applicant : IAsyncDisposable
{
    public const string Callback = "http://localhost:5000/callback";

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private Applicant(KantataEmulator server) => Server = server;

    public KantataEmulator Server { get; }

    public static async Task<Applicant> StartAsync(Action<KantataEmulatorOptions>? configure = null)
    {
        KantataEmulatorOptions options = new() { Model = Api.BillingApi.Model };
        configure?.Invoke(options);
        return new(await KantataEmulator.StartAsync(options));
    }

    /// <summary>Where the program sends the user, without the parameters that are given as null.</summary>
    public Uri Question(string? clientId = "emulator-client-id", string? redirectAddress = Callback, string? responseType = "code", string? state = "s-1") =>
        new(QueryHelpers.AddQueryString(Server.OAuth.AuthorizeAddress.AbsoluteUri, new Dictionary<string, string?>
        {
            ["client_id"] = clientId,
            ["response_type"] = responseType,
            ["redirect_uri"] = redirectAddress,
            ["state"] = state,
        }));

    public Task<HttpResponseMessage> OpenAsync(Uri question) => _http.GetAsync(question);

    /// <summary>Presses one of the buttons of the page.</summary>
    public async Task<HttpResponseMessage> PressAsync(Uri question, string answer)
    {
        using FormUrlEncodedContent form = new([new("answer", answer)]);
        return await _http.PostAsync(question, form);
    }

    /// <summary>Sends the user who gives access, and gives the code that they come back with.</summary>
    public async Task<string> GetCodeAsync(string redirectAddress = Callback)
    {
        using HttpResponseMessage answer = await PressAsync(Question(redirectAddress: redirectAddress), "allow");
        return QueryOf(answer)["code"].Single()!;
    }

    /// <summary>Exchanges a code, without the parameters that are given as null.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Json)> ExchangeAsync(
        string? code,
        string? clientId = "emulator-client-id",
        string? clientSecret = "emulator-client-secret",
        string? redirectAddress = Callback,
        string? grantType = "authorization_code")
    {
        Dictionary<string, string?> fields = new()
        {
            ["grant_type"] = grantType,
            ["client_id"] = clientId,
            ["client_secret"] = clientSecret,
            ["code"] = code,
            ["redirect_uri"] = redirectAddress,
        };
        using FormUrlEncodedContent form = new(fields.Where(field => field.Value is not null)!);
        return await PostAsync(form);
    }

    public async Task<(HttpStatusCode Status, JsonElement Json)> PostAsync(HttpContent content)
    {
        using HttpResponseMessage response = await _http.PostAsync(Server.OAuth.TokenAddress, content);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }

    /// <summary>What a user brings back.</summary>
    public static Dictionary<string, StringValues> QueryOf(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return QueryHelpers.ParseQuery(answer.Headers.Location!.Query);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
    }
}
