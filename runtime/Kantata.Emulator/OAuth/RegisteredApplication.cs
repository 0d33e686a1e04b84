namespace Kantata.Emulator.OAuth;

/// <summary>The application as it was registered when the emulator started.</summary>
internal sealed class RegisteredApplication
{
    private readonly HashSet<string> _redirectAddresses;

    /// <exception cref="ArgumentException">The id or the secret is missing.</exception>
    public RegisteredApplication(KantataEmulatorOAuthOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(options.ClientId);
        ArgumentException.ThrowIfNullOrEmpty(options.ClientSecret);
        ClientId = options.ClientId;
        ClientSecret = options.ClientSecret;
        _redirectAddresses = new(options.RedirectAddresses.Select(address => address.OriginalString), StringComparer.Ordinal);
    }

    public string ClientId { get; }

    public string ClientSecret { get; }

    /// <summary>Whether users may be sent back there.</summary>
    public bool Allows(Uri redirectAddress) => _redirectAddresses.Count == 0 || _redirectAddresses.Contains(redirectAddress.OriginalString);
}
