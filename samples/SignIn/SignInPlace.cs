using Kantata;
using Kantata.Emulator;

namespace SignIn;

/// <summary>Where users sign in: at the emulator in this process, or at the real addresses.</summary>
internal sealed class SignInPlace : IAsyncDisposable
{
    // With the real server the address of the callback has to be registered, so that its port cannot be any.
    private const int RegisteredPort = 8917;

    private readonly KantataEmulator? _emulator;
    private readonly string _clientId;
    private readonly string _clientSecret;

    private SignInPlace(KantataEmulator? emulator, string clientId, string clientSecret)
    {
        _emulator = emulator;
        _clientId = clientId;
        _clientSecret = clientSecret;
    }

    public static string SeedFile => Path.Combine(AppContext.BaseDirectory, "seed.json");

    public int CallbackPort => _emulator is null ? RegisteredPort : 0;

    public string Description => _emulator is null
        ? $"KANTATA_CLIENT_ID is set: users sign in at the real server. The application has to be registered with the callback http://127.0.0.1:{RegisteredPort}/callback."
        : "KANTATA_CLIENT_ID is not set: an emulator stands in for the real server, and this program for the user's browser.";

    /// <summary>Opens the real place where there is an application for it, else the emulator.</summary>
    public static async Task<SignInPlace> OpenAsync(string? clientId, string? clientSecret, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(clientId))
        {
            return new SignInPlace(emulator: null, clientId, clientSecret ?? "");
        }

        KantataEmulatorOptions options = new() { SeedFile = SeedFile, OAuth = { GivesAccessAtOnce = true } };
        KantataEmulator emulator = await KantataEmulator.StartAsync(options, cancellationToken);
        return new SignInPlace(emulator, emulator.OAuth.ClientId, emulator.OAuth.ClientSecret);
    }

    /// <summary>The application as it is registered here.</summary>
    public KantataOAuthOptions ApplicationAt(Uri callback)
    {
        KantataOAuthOptions options = new() { ClientId = _clientId, ClientSecret = _clientSecret, RedirectAddress = callback };
        if (_emulator is not null)
        {
            options.Server = _emulator.OAuth.Server;
        }

        return options;
    }

    /// <summary>A client for the user who signed in.</summary>
    public KantataClientOptions ClientWith(string accessToken)
    {
        KantataClientOptions options = new() { AccessToken = accessToken };
        if (_emulator is not null)
        {
            options.BaseAddress = _emulator.BaseAddress;
        }

        return options;
    }

    /// <summary>Sends the user: at the emulator there is none, so this program goes there and follows the redirect as a browser does.</summary>
    public async Task SendUserAsync(Uri question, CancellationToken cancellationToken)
    {
        if (_emulator is null)
        {
            return;
        }

        using HttpClient browser = new();
        using HttpResponseMessage page = await browser.GetAsync(question, cancellationToken);
        page.EnsureSuccessStatusCode();
    }

    public ValueTask DisposeAsync() => _emulator?.DisposeAsync() ?? ValueTask.CompletedTask;
}
