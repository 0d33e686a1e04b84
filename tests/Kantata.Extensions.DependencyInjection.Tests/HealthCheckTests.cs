using Kantata.Emulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Kantata.Extensions.DependencyInjection.Tests;

public sealed class HealthCheckTests : EmulatedHost
{
    [Fact]
    public async Task A_client_that_is_answered_is_healthy()
    {
        Builder.Services.AddKantata(UseServer);
        Builder.Services.AddHealthChecks().AddKantata();

        HealthReport report = await CheckAsync();

        Assert.Equal(HealthStatus.Healthy, report.Status);
        Assert.Equal(["kantata"], report.Entries.Keys);
        ReceivedRequest request = Assert.Single(Server.Requests);
        Assert.Equal("GET /users/me → 200", request.ToString());
    }

    [Fact]
    public async Task A_client_whose_token_is_refused_is_unhealthy()
    {
        Builder.Services.AddKantata(options =>
        {
            UseServer(options);
            options.AccessToken = "revoked-token";
        });
        Builder.Services.AddHealthChecks().AddKantata();

        HealthReportEntry entry = (await CheckAsync()).Entries["kantata"];

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.IsType<KantataAuthenticationException>(entry.Exception);
        Assert.Equal(entry.Exception.Message, entry.Description);
        Assert.DoesNotContain("revoked-token", entry.Exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_finds_no_server_is_what_the_registration_says()
    {
        Builder.Services.AddKantata(options =>
        {
            UseServer(options);
            options.Retry.Enabled = false;
        });
        Builder.Services.AddHealthChecks().AddKantata(failureStatus: HealthStatus.Degraded, tags: ["ready"]);
        await Server.DisposeAsync();

        HealthReportEntry entry = (await CheckAsync()).Entries["kantata"];

        Assert.Equal(HealthStatus.Degraded, entry.Status);
        Assert.IsType<KantataConnectionException>(entry.Exception);
        Assert.Equal(["ready"], entry.Tags);
    }

    [Fact]
    public async Task Named_clients_are_checked_by_name()
    {
        Builder.Services.AddKantata("ledger", UseServer);
        Builder.Services.AddKantata("old ledger", options =>
        {
            UseServer(options);
            options.AccessToken = "revoked-token";
        });
        Builder.Services.AddHealthChecks().AddKantata("ledger").AddKantata("old ledger", name: "old");

        HealthReport report = await CheckAsync();

        Assert.Equal(HealthStatus.Healthy, report.Entries["kantata:ledger"].Status);
        Assert.Equal(HealthStatus.Unhealthy, report.Entries["old"].Status);
    }

    [Fact]
    public void A_check_takes_ten_seconds_at_most_where_nothing_else_is_said()
    {
        Builder.Services.AddHealthChecks().AddKantata().AddKantata("ledger", timeout: TimeSpan.FromSeconds(1));
        using IHost host = Builder.Build();

        ICollection<HealthCheckRegistration> checks = host.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<HealthCheckServiceOptions>>().Value.Registrations;

        Assert.Equal([TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(1)], checks.Select(check => check.Timeout));
    }

    private async Task<HealthReport> CheckAsync()
    {
        using IHost host = Builder.Build();
        return await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
    }
}
