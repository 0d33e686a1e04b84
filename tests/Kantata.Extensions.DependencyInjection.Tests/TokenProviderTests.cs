using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;

namespace Kantata.Extensions.DependencyInjection.Tests;

public sealed class TokenProviderTests : EmulatedHost
{
    [Fact]
    public async Task A_registered_provider_gives_the_token_and_another_where_it_is_refused()
    {
        List<string?> asked = [];
        Builder.Services.AddSingleton(KantataTokenProvider.From((rejectedToken, _) =>
        {
            asked.Add(rejectedToken);
            return new ValueTask<string>(rejectedToken is null ? "revoked" : Server.AccessToken);
        }));
        Builder.Services.AddKantata(options => options.BaseAddress = Server.BaseAddress);
        using IHost host = Builder.Build();
        await host.StartAsync();

        BillingMilestone milestone = await host.Services.GetRequiredService<KantataClient>().BillingMilestones.GetAsync(1);

        Assert.Equal("Kick-off", milestone.Title);
        Assert.Contains("revoked", asked);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_token_of_the_options_goes_before_a_registered_provider()
    {
        Builder.Services.AddSingleton(KantataTokenProvider.From((_, _) => throw new InvalidOperationException("Nobody asks.")));
        Builder.Services.AddKantata(UseServer);
        using IHost host = Builder.Build();

        Assert.Equal("Kick-off", (await host.Services.GetRequiredService<KantataClient>().BillingMilestones.GetAsync(1)).Title);
    }

    [Fact]
    public async Task A_named_client_takes_the_provider_of_its_name()
    {
        Builder.Services.AddKeyedSingleton("ledger", (_, _) => KantataTokenProvider.From((_, _) => new ValueTask<string>(Server.AccessToken)));
        Builder.Services.AddKantata("ledger", options => options.BaseAddress = Server.BaseAddress);
        using IHost host = Builder.Build();

        Assert.Equal("Kick-off", (await host.Services.GetRequiredKeyedService<KantataClient>("ledger").BillingMilestones.GetAsync(1)).Title);
    }

    [Fact]
    public void A_named_client_takes_no_token_of_another()
    {
        Builder.Services.AddSingleton(KantataTokenProvider.From((_, _) => new ValueTask<string>(Server.AccessToken)));
        Builder.Services.AddKantata("ledger");
        using IHost host = Builder.Build();

        Assert.Throws<OptionsValidationException>(() => host.Services.GetRequiredKeyedService<KantataClient>("ledger"));
    }
}
