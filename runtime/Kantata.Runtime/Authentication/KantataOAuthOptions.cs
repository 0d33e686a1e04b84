namespace Kantata;

/// <summary>The application that asks users for access, as it is registered with Kantata.</summary>
public sealed class KantataOAuthOptions
{
    /// <summary>The id of the application.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The secret of the application. It is sent to <see cref="Server"/> only.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>Where users are sent back to, exactly as it is registered.</summary>
    public Uri? RedirectAddress { get; set; }

    /// <summary>Where users give access and codes are exchanged. The default is <c>https://app.mavenlink.com/</c>.</summary>
    public Uri Server { get; set; } = new("https://app.mavenlink.com/");

    /// <summary>The clock of timeouts and waits.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal KantataOAuthOptions Snapshot()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(ClientId, nameof(ClientId));
        ArgumentException.ThrowIfNullOrWhiteSpace(ClientSecret, nameof(ClientSecret));
        if (RedirectAddress is not { IsAbsoluteUri: true })
        {
            throw new ArgumentException("The redirect address is missing or not absolute.", nameof(RedirectAddress));
        }

        return (KantataOAuthOptions)MemberwiseClone();
    }
}
