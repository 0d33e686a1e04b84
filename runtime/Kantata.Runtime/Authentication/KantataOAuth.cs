using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kantata.Runtime;

namespace Kantata;

/// <summary>
/// Gets an access token from a user (OAuth 2, authorization code): send the user to <see cref="AuthorizeAddress"/>, take the code from the address
/// that they come back to with <see cref="ReadCode"/>, and exchange it with <see cref="ExchangeCodeAsync"/>. Tokens do not expire.
/// </summary>
public sealed class KantataOAuth : IDisposable
{
    private readonly KantataOAuthOptions _options;
    private readonly KantataConnection _connection;

    /// <summary>Makes one with connections of its own.</summary>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    public KantataOAuth(KantataOAuthOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Snapshot();
        _connection = new KantataConnection(ConnectionOptions());
    }

    /// <summary>Makes one that sends by an <see cref="HttpClient"/> of the caller's, which it neither changes nor disposes of.</summary>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    public KantataOAuth(KantataOAuthOptions options, HttpClient httpClient)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Snapshot();
        _connection = new KantataConnection(ConnectionOptions(), httpClient);
    }

    /// <summary>Makes a state that nobody can guess. Keep it with the user's session until they come back.</summary>
    public static string NewState() => Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

    /// <summary>The address to send a user to.</summary>
    /// <param name="state">What <see cref="NewState"/> gave for this user.</param>
    public Uri AuthorizeAddress(string state)
    {
        ArgumentException.ThrowIfNullOrEmpty(state);
        QueryText query = new();
        query.Add("client_id", _options.ClientId);
        query.Add("response_type", "code");
        query.Add("redirect_uri", _options.RedirectAddress!.OriginalString);
        query.Add("state", state);
        return new Uri(_connection.Options.BaseAddress, "oauth/authorize?" + query.ToText());
    }

    /// <summary>Takes the code from the address that a user came back to.</summary>
    /// <param name="callback">The whole address, with its query.</param>
    /// <param name="state">What was kept with the user's session.</param>
    /// <exception cref="KantataAuthenticationException">The user refused, or came with another state than they left with: then somebody else may have sent them.</exception>
    public static string ReadCode(Uri callback, string state)
    {
        ArgumentNullException.ThrowIfNull(callback);
        ArgumentException.ThrowIfNullOrEmpty(state);
        Dictionary<string, string> query = ReadQuery(callback);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(query.GetValueOrDefault("state", "")), Encoding.UTF8.GetBytes(state)))
        {
            throw new KantataAuthenticationException("The state that came back is not the one that was sent, so that the answer may be somebody else's.");
        }

        if (query.TryGetValue("error", out string? error))
        {
            string reason = query.GetValueOrDefault("error_description", error);
            throw new KantataAuthenticationException($"Access was not given: {reason}") { Errors = [new KantataError("oauth", reason, null)] };
        }

        return query.TryGetValue("code", out string? code) && code.Length > 0
            ? code
            : throw new KantataAuthenticationException("The address that came back holds no code.");
    }

    /// <summary>Exchanges a code for an access token. A code can be exchanged once, and soon.</summary>
    /// <param name="code">What <see cref="ReadCode"/> gave.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The access token.</returns>
    /// <exception cref="KantataException">The code was not accepted, or the exchange failed. Neither the code nor the secret is in the exception.</exception>
    public async Task<string> ExchangeCodeAsync(string code, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        UrlFormBody form = new(
            new("grant_type", "authorization_code"),
            new("client_id", _options.ClientId),
            new("client_secret", _options.ClientSecret),
            new("code", code),
            new("redirect_uri", _options.RedirectAddress!.OriginalString));
        ApiCall call = new(HttpMethod.Post, "/oauth/token", "", form) { Secrets = [code, _options.ClientSecret] };
        using ResponseBody body = await _connection.SendAsync(call, cancellationToken).ConfigureAwait(false);
        JsonElement answer = AnswerReader.ReadJson(body);
        return answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("access_token", out JsonElement token) && token.ValueKind == JsonValueKind.String
            ? token.GetString()!
            : throw body.Unreadable("it holds no token", "access_token");
    }

    /// <summary>Ends the connections, where they are not the caller's.</summary>
    public void Dispose() => _connection.Dispose();

    private KantataClientOptions ConnectionOptions() => new() { BaseAddress = _options.Server, TimeProvider = _options.TimeProvider, IsAnonymous = true };

    private static Dictionary<string, string> ReadQuery(Uri callback)
    {
        Dictionary<string, string> query = new(StringComparer.Ordinal);
        foreach (string pair in callback.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? pair : pair[..equals];
            query[WebUtility.UrlDecode(name)] = equals < 0 ? "" : WebUtility.UrlDecode(pair[(equals + 1)..]);
        }

        return query;
    }
}
