using Kantata.Emulator.OAuth;

namespace Kantata.Emulator;

/// <summary>
/// How a program gets the token of a <see cref="KantataEmulator"/> from a user (OAuth 2, authorization code). Whoever signs in gets
/// <see cref="KantataEmulator.AccessToken"/>.
/// </summary>
public sealed class KantataEmulatorOAuth
{
    internal KantataEmulatorOAuth(Uri server, RegisteredApplication application)
    {
        Server = server;
        AuthorizeAddress = new Uri(server, OAuthEndpoints.AuthorizePath);
        TokenAddress = new Uri(server, OAuthEndpoints.TokenPath);
        ClientId = application.ClientId;
        ClientSecret = application.ClientSecret;
    }

    /// <summary>What stands in for <c>https://app.mavenlink.com/</c>.</summary>
    public Uri Server { get; }

    /// <summary>Where users are sent to give access.</summary>
    public Uri AuthorizeAddress { get; }

    /// <summary>Where codes are exchanged for tokens.</summary>
    public Uri TokenAddress { get; }

    /// <summary>The id of the registered application.</summary>
    public string ClientId { get; }

    /// <summary>The secret of the registered application.</summary>
    public string ClientSecret { get; }
}
