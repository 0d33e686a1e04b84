using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Kantata.Emulator.Tests.Api;

/// <summary>An emulator and what a test needs to ask it.</summary>
internal sealed class Caller : IAsyncDisposable
{
    private Caller(KantataEmulator server)
    {
        Server = server;
        Http = new HttpClient { BaseAddress = server.BaseAddress };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.AccessToken);
    }

    public KantataEmulator Server { get; }

    public HttpClient Http { get; }

    /// <summary>An emulator of the hand-written API that holds the records of a seed.</summary>
    public static Task<Caller> StartAsync(string seed = "{}", Action<KantataEmulatorOptions>? configure = null)
    {
        KantataEmulatorOptions options = new() { Model = BillingApi.Model, SeedJson = seed };
        configure?.Invoke(options);
        return StartAsync(options);
    }

    public static async Task<Caller> StartAsync(KantataEmulatorOptions options) => new(await KantataEmulator.StartAsync(options));

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> PostAsync(string path, string json) => SendAsync(HttpMethod.Post, path, json);

    public Task<Answer> PutAsync(string path, string? json = null) => SendAsync(HttpMethod.Put, path, json);

    public Task<Answer> DeleteAsync(string path, string? json = null) => SendAsync(HttpMethod.Delete, path, json);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Server.DisposeAsync();
    }

    private async Task<Answer> SendAsync(HttpMethod method, string path, string? json = null)
    {
        using HttpRequestMessage request = new(method, path);
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        using HttpResponseMessage response = await Http.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        Assert.False((int)response.StatusCode == 500, text);
        return new Answer((int)response.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
    }
}
