using System.ComponentModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kantata.Extensions.DependencyInjection;

/// <summary>What the generated <c>AddKantata</c> methods call: all of a registration but the name of the client's class.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class KantataRegistration
{
    /// <summary>The name of the client that has none.</summary>
    public const string DefaultName = "";

    private static readonly TimeSpan _healthCheckTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Registers a client whose options are set by code.</summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <param name="services">Where to register it.</param>
    /// <param name="name">The key of the client; <see cref="DefaultName"/> for the one without a key.</param>
    /// <param name="configure">Sets the options; null where something else does.</param>
    /// <param name="create">Makes the client.</param>
    /// <returns>The HTTP client that it sends by.</returns>
    public static IHttpClientBuilder Add<TClient>(
        IServiceCollection services,
        string name,
        Action<KantataClientOptions>? configure,
        Func<KantataClientOptions, HttpClient, TClient> create)
        where TClient : KantataClientBase
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(create);
        OptionsBuilder<KantataClientOptions> options = AddOptions(services, name);
        if (configure is not null)
        {
            options.Configure(configure);
        }

        return AddClient(services, name, create);
    }

    /// <summary>Registers a client whose options are in a section of the configuration.</summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <param name="services">Where to register it.</param>
    /// <param name="name">The key of the client; <see cref="DefaultName"/> for the one without a key.</param>
    /// <param name="configuration">The section, its keys called like the members of <see cref="KantataClientOptions"/>.</param>
    /// <param name="create">Makes the client.</param>
    /// <returns>The HTTP client that it sends by.</returns>
    public static IHttpClientBuilder Add<TClient>(
        IServiceCollection services,
        string name,
        IConfiguration configuration,
        Func<KantataClientOptions, HttpClient, TClient> create)
        where TClient : KantataClientBase
    {
        ArgumentNullException.ThrowIfNull(configuration);

        // No change token is registered: a client takes its options once, so a change of the configuration must not make them invalid either.
        return Add(services, name, options => configuration.Bind(options), create);
    }

    /// <summary>Registers a health check of a client: a read that needs a valid token.</summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <param name="builder">Where to register it.</param>
    /// <param name="client">The key of the client; <see cref="DefaultName"/> for the one without a key.</param>
    /// <param name="name">The name of the check; null for <c>kantata</c>, with a colon and the client's key behind it where it has one.</param>
    /// <param name="failureStatus">What is reported where the check fails; null for <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">The tags of the check; null for none.</param>
    /// <param name="timeout">How long the check may take, the client's retries included; null for 10 seconds.</param>
    public static IHealthChecksBuilder AddHealthCheck<TClient>(
        IHealthChecksBuilder builder,
        string client,
        string? name,
        HealthStatus? failureStatus,
        IEnumerable<string>? tags,
        TimeSpan? timeout)
        where TClient : KantataClientBase
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(client);
        return builder.Add(new HealthCheckRegistration(
            name ?? (client.Length == 0 ? "kantata" : $"kantata:{client}"),
            provider => new KantataHealthCheck(client.Length == 0
                ? provider.GetRequiredService<TClient>()
                : provider.GetRequiredKeyedService<TClient>(client)),
            failureStatus,
            tags,
            timeout ?? _healthCheckTimeout));
    }

    private static OptionsBuilder<KantataClientOptions> AddOptions(IServiceCollection services, string name)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<KantataClientOptions>, KantataOptionsValidator>());
        return services.AddOptions<KantataClientOptions>(name)
            .PostConfigure<IServiceProvider>((options, provider) => TakeTokenProvider(options, provider, name))
            .PostConfigure<IServiceProvider>(static (options, provider) => options.LoggerFactory ??= provider.GetService<ILoggerFactory>())
            .ValidateOnStart();
    }

    /// <summary>What the options say of the token goes before what is registered. A named client takes no other's: it may be of another account.</summary>
    private static void TakeTokenProvider(KantataClientOptions options, IServiceProvider provider, string name)
    {
        if (options.TokenProvider is null && string.IsNullOrEmpty(options.AccessToken))
        {
            options.TokenProvider = name.Length == 0
                ? provider.GetService<IKantataTokenProvider>()
                : provider.GetKeyedService<IKantataTokenProvider>(name);
        }
    }

    private static IHttpClientBuilder AddClient<TClient>(IServiceCollection services, string name, Func<KantataClientOptions, HttpClient, TClient> create)
        where TClient : KantataClientBase
    {
        // One client for the life of the program, because it is the client that slows all requests down after a refused one.
        if (name.Length == 0)
        {
            services.TryAddSingleton(provider => Create(provider, name, create));
        }
        else
        {
            services.TryAddKeyedSingleton(name, (provider, _) => Create(provider, name, create));
        }

        return KantataHttp.Add(services, name);
    }

    private static TClient Create<TClient>(IServiceProvider provider, string name, Func<KantataClientOptions, HttpClient, TClient> create) =>
        create(provider.GetRequiredService<IOptionsMonitor<KantataClientOptions>>().Get(name), KantataHttp.CreateClient(provider, name));
}
