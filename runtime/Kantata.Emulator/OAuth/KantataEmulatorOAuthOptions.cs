namespace Kantata.Emulator;

/// <summary>The application that is registered with a <see cref="KantataEmulator"/>, and how its users behave.</summary>
public sealed class KantataEmulatorOAuthOptions
{
    /// <summary>The id of the application.</summary>
    public string ClientId { get; set; } = "emulator-client-id";

    /// <summary>The secret of the application.</summary>
    public string ClientSecret { get; set; } = "emulator-client-secret";

    /// <summary>
    /// Where users may be sent back to, each exactly as requests name it. Empty at first, which allows any address, because the port of
    /// a test is seldom known beforehand.
    /// </summary>
    public IList<Uri> RedirectAddresses { get; } = [];

    /// <summary>Whether users are sent back with a code at once, without a page that asks them. For tests and programs without a browser.</summary>
    public bool GivesAccessAtOnce { get; set; }
}
