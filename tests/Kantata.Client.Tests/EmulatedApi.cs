using Kantata.Emulator;
using Xunit;

namespace Kantata.Client.Tests;

/// <summary>An emulator with the tests' seed and a client of it, for one test.</summary>
public abstract class EmulatedApi : IAsyncLifetime
{
    protected KantataEmulator Server { get; private set; } = null!;

    protected KantataClient Kantata { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await KantataEmulator.StartAsync(Path.Combine(AppContext.BaseDirectory, "seed.json"));
        Kantata = new KantataClient(new KantataClientOptions { AccessToken = Server.AccessToken, BaseAddress = Server.BaseAddress });
    }

    public async Task DisposeAsync()
    {
        Kantata.Dispose();
        await Server.DisposeAsync();
    }
}
