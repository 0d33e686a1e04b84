using Kantata.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace Kantata.Extensions.DependencyInjection;

/// <summary>The HTTP clients of registered clients, as <see cref="IHttpClientFactory"/> knows them.</summary>
internal static class KantataHttp
{
    /// <summary>What the HTTP client of a Kantata client is called: <c>Kantata</c>, or <c>Kantata:</c> with the name.</summary>
    public static string NameOf(string client) => client.Length == 0 ? "Kantata" : $"Kantata:{client}";

    public static IHttpClientBuilder Add(IServiceCollection services, string client) => services
        .AddHttpClient(NameOf(client))
        // The options' own timeout holds, which can be longer and is measured by their clock.
        .ConfigureHttpClient(static http => http.Timeout = Timeout.InfiniteTimeSpan)
        .ConfigurePrimaryHttpMessageHandler(KantataConnection.CreateHandler)
        // The factory logs headers, and before its version 9 the token with them.
        .RedactLoggedHeaders(static _ => true);

    /// <summary>What <see cref="IHttpClientFactory.CreateClient"/> would make, but fit to be kept for the life of the program.</summary>
    public static HttpClient CreateClient(IServiceProvider provider, string client)
    {
        string name = NameOf(client);
        HttpClient http = new(new RotatingHandler(provider.GetRequiredService<IHttpMessageHandlerFactory>(), name));
        foreach (Action<HttpClient> configure in provider.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>().Get(name).HttpClientActions)
        {
            configure(http);
        }

        return http;
    }
}
