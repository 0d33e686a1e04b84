using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Kantata.Extensions.DependencyInjection.Tests;

public sealed class SubstituteTests : EmulatedHost
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_substitute_takes_the_place_of_the_client_whether_it_comes_before_or_after(bool before)
    {
        if (before)
        {
            Builder.Services.AddSingleton<KantataClient>(new MilestonesAtHand());
        }

        Builder.Services.AddKantata(UseServer);
        if (!before)
        {
            Builder.Services.AddSingleton<KantataClient>(new MilestonesAtHand());
        }

        using IHost host = Builder.Build();

        BillingMilestone milestone = await host.Services.GetRequiredService<KantataClient>().BillingMilestones.GetAsync(7);

        Assert.Equal("Substitute of 7", milestone.Title);
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public async Task A_named_client_is_substituted_under_its_name()
    {
        Builder.Services.AddKantata(UseServer);
        Builder.Services.AddKantata("ledger", UseServer);
        Builder.Services.AddKeyedSingleton<KantataClient>("ledger", new MilestonesAtHand());
        using IHost host = Builder.Build();

        Assert.Equal("Substitute of 1", (await host.Services.GetRequiredKeyedService<KantataClient>("ledger").BillingMilestones.GetAsync(1)).Title);
        Assert.Equal("Kick-off", (await host.Services.GetRequiredService<KantataClient>().BillingMilestones.GetAsync(1)).Title);
    }

    private sealed class MilestonesAtHand : KantataClient
    {
        public override BillingMilestonesClient BillingMilestones { get; } = new Milestones();
    }

    private sealed class Milestones : BillingMilestonesClient
    {
        public override Task<BillingMilestone> GetAsync(
            Id<BillingMilestone> id,
            Func<BillingMilestonesQuery, BillingMilestonesQuery>? query = null,
            CancellationToken cancellationToken = default) =>
            Task.FromResult(new BillingMilestone { Id = id, Title = $"Substitute of {id}" });
    }
}
