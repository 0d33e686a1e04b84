using Kantata.Emulator;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Kantata.Extensions.DependencyInjection.Tests;

/// <summary>An emulator with a caller and two milestones, and a host builder, for one test.</summary>
public abstract class EmulatedHost : IAsyncLifetime
{
    protected KantataEmulator Server { get; private set; } = null!;

    protected HostApplicationBuilder Builder { get; } = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());

    public async Task InitializeAsync() => Server = await KantataEmulator.StartAsync(new KantataEmulatorOptions
    {
        SeedJson = """
            {
              "users": { "1": { "full_name": "Ada Example" } },
              "billing_milestones": {
                "1": { "title": "Kick-off", "amount_in_cents": 100000, "created_at": "2026-01-01T08:00:00Z" },
                "2": { "title": "Piers", "amount_in_cents": 250000, "created_at": "2026-01-02T08:00:00Z" }
              }
            }
            """,
    });

    public async Task DisposeAsync() => await Server.DisposeAsync();

    /// <summary>Sets the options of a client of the emulator.</summary>
    protected void UseServer(KantataClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.AccessToken = Server.AccessToken;
        options.BaseAddress = Server.BaseAddress;
    }
}
