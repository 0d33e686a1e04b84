using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;

namespace Kantata.Extensions.DependencyInjection.Tests;

public sealed class OptionsTests : EmulatedHost
{
    private static readonly string[] _values =
    [
        "Kantata:AccessToken=abc",
        "Kantata:BaseAddress=https://kantata.example/api/",
        "Kantata:Timeout=00:02:30",
        "Kantata:KeepUnknownMembers=true",
        "Kantata:UserAgent=night-sync",
        "Kantata:Retry:Enabled=false",
        "Kantata:Retry:MaxAttempts=3",
        "Kantata:Retry:TotalTime=00:05:00",
    ];

    [Fact]
    public void Options_are_bound_from_configuration()
    {
        Configure(_values);
        Builder.Services.AddKantata(Builder.Configuration.GetSection("Kantata"));

        KantataClientOptions options = Options();

        Assert.Equal("abc", options.AccessToken);
        Assert.Equal(new Uri("https://kantata.example/api/"), options.BaseAddress);
        Assert.Equal(TimeSpan.FromSeconds(150), options.Timeout);
        Assert.True(options.KeepUnknownMembers);
        Assert.Equal("night-sync", options.UserAgent);
        Assert.False(options.Retry.Enabled);
        Assert.Equal(3, options.Retry.MaxAttempts);
        Assert.Equal(TimeSpan.FromMinutes(5), options.Retry.TotalTime);
    }

    [Fact]
    public void What_configuration_does_not_say_keeps_its_default()
    {
        Configure("Kantata:AccessToken=abc");
        Builder.Services.AddKantata(Builder.Configuration.GetSection("Kantata"));

        KantataClientOptions options = Options();

        Assert.Equal(TimeSpan.FromSeconds(190), options.Timeout);
        Assert.Equal(8, options.Retry.MaxAttempts);
        Assert.Same(TimeProvider.System, options.TimeProvider);
    }

    [Fact]
    public void Code_goes_on_where_configuration_ends_also_for_a_named_client()
    {
        Configure("Ledger:AccessToken=abc");
        Builder.Services.AddKantata("ledger", Builder.Configuration.GetSection("Ledger"));
        Builder.Services.Configure<KantataClientOptions>("ledger", options => options.UserAgent = "ledger");

        KantataClientOptions options = Options("ledger");

        Assert.Equal("abc", options.AccessToken);
        Assert.Equal("ledger", options.UserAgent);
    }

    [Fact]
    public async Task A_host_does_not_start_without_a_token()
    {
        Builder.Services.AddKantata(Builder.Configuration.GetSection("Kantata"));
        using IHost host = Builder.Build();

        OptionsValidationException e = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Equal(typeof(KantataClientOptions), e.OptionsType);
        Assert.StartsWith("Kantata: The access token is missing", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Timeout=00:00:00", "The timeout is not positive")]
    [InlineData("BaseAddress=api/v1", "The base address is not an absolute http or https address")]
    [InlineData("UserAgent= ", "The user agent is empty")]
    [InlineData("Retry:MaxAttempts=0", "A request is tried from 1 to 100 times.")]
    [InlineData("AccessToken=two words", "The access token is missing, or holds characters that no token has")]
    public async Task A_host_does_not_start_with_a_value_that_a_client_would_refuse(string value, string message)
    {
        Configure("Ledger:AccessToken=abc");
        Configure("Ledger:" + value);
        Builder.Services.AddKantata("ledger", Builder.Configuration.GetSection("Ledger"));
        using IHost host = Builder.Build();

        OptionsValidationException e = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Equal("ledger", e.OptionsName);
        Assert.StartsWith($"Kantata, client 'ledger': {message}", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("two words", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_does_not_start_with_a_value_of_another_type()
    {
        Configure("Kantata:AccessToken=abc", "Kantata:Timeout=soon");
        Builder.Services.AddKantata(Builder.Configuration.GetSection("Kantata"));
        using IHost host = Builder.Build();

        InvalidOperationException e = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync());

        Assert.Contains("'Kantata:Timeout'", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_starts_with_valid_options_and_sends_nothing()
    {
        Builder.Services.AddKantata(UseServer);
        using IHost host = Builder.Build();

        await host.StartAsync();

        Assert.Empty(Server.Requests);
        await host.StopAsync();
    }

    [Fact]
    public void A_name_is_not_empty() =>
        Assert.Throws<ArgumentException>(() => Builder.Services.AddKantata("", UseServer));

    private void Configure(params string[] values) => Builder.Configuration.AddInMemoryCollection(
        values.Select(value => value.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1])));

    private KantataClientOptions Options(string name = "")
    {
        using IHost host = Builder.Build();
        return host.Services.GetRequiredService<IOptionsMonitor<KantataClientOptions>>().Get(name);
    }
}
