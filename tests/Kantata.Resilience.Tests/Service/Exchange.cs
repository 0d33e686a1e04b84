using System.Globalization;
using System.Text.Json;
using System.Web;
using Kantata.Resilience.Tests.Sync;

namespace Kantata.Resilience.Tests.Service;

/// <summary>One request as the service understands it.</summary>
/// <param name="Query">The query, decoded.</param>
/// <param name="Titles">What is to be created, or what the deletions are called; empty for a read.</param>
/// <param name="Name">What the tries of the request have in common.</param>
/// <param name="IsDeletion">Whether it deletes.</param>
internal sealed record Exchange(IReadOnlyDictionary<string, string> Query, IReadOnlyList<string> Titles, string Name, bool IsDeletion)
{
    public bool IsWrite => Titles.Count > 0;

    public static async Task<Exchange> ReadAsync(HttpRequestMessage request)
    {
        System.Collections.Specialized.NameValueCollection parameters = HttpUtility.ParseQueryString(request.RequestUri!.Query);
        Dictionary<string, string> query = parameters.AllKeys.ToDictionary(key => key!, key => parameters[key]!);
        string[] titles = request.Content is null ? [] : Titled(await request.Content.ReadAsStringAsync(CancellationToken.None).ConfigureAwait(false));
        string name = titles.Length == 0 ? $"GET {request.RequestUri.Query}" : $"{request.Method} {titles[0]}{(titles.Length > 1 ? $" and {titles.Length - 1} more" : "")}";
        return new Exchange(query, titles, name, request.Method == HttpMethod.Delete);
    }

    /// <summary>The number of the page that is asked for; 0 where it is asked for by its position.</summary>
    public int Page => Number("page") ?? 0;

    /// <summary>How many records a page has.</summary>
    public int Size => Number("per_page") ?? Number("limit")!.Value;

    /// <summary>The position of the first record, from 0.</summary>
    public int Start => Number("offset") ?? ((Page - 1) * Size);

    private int? Number(string name) => Query.TryGetValue(name, out string? value) ? int.Parse(value, CultureInfo.InvariantCulture) : null;

    private static string[] Titled(string body)
    {
        using JsonDocument json = JsonDocument.Parse(body);
        JsonElement root = json.RootElement;
        if (root.TryGetProperty("ids", out JsonElement ids))
        {
            return [.. ids.GetString()!.Split(',').Select(static id => SyncPlan.Deletion(int.Parse(id, CultureInfo.InvariantCulture)))];
        }

        return root.TryGetProperty("billing_milestones", out JsonElement many)
            ? [.. many.EnumerateArray().Select(TitleOf)]
            : [TitleOf(root.GetProperty("billing_milestone"))];

        static string TitleOf(JsonElement milestone) => milestone.GetProperty("title").GetString()!;
    }
}
