using System.Text.Json;

namespace Kantata.Emulator.Tests.Api;

/// <summary>The answer to a request.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Json">The body; undefined where there is none.</param>
internal sealed record Answer(int Status, JsonElement Json)
{
    public int Count => Json.GetProperty("count").GetInt32();

    /// <summary>The ids in <c>results</c>, in their order.</summary>
    public string[] Results => [.. Json.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("id").GetString()!)];

    /// <summary>Page count, number and size.</summary>
    public (int Count, int PageCount, int PageNumber, int PageSize) Meta => (
        Json.GetProperty("meta").GetProperty("count").GetInt32(),
        Json.GetProperty("meta").GetProperty("page_count").GetInt32(),
        Json.GetProperty("meta").GetProperty("page_number").GetInt32(),
        Json.GetProperty("meta").GetProperty("page_size").GetInt32());

    /// <summary>The errors as <c>type field message</c>.</summary>
    public string[] Errors => [.. Json.GetProperty("errors").EnumerateArray().Select(error =>
        $"{error.GetProperty("type")} {(error.TryGetProperty("field", out JsonElement name) ? name : "-")} {error.GetProperty("message")}")];

    /// <summary>The fields that errors name.</summary>
    public string[] Fields => [.. Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString()!)];

    /// <summary>The member names of the body.</summary>
    public string[] Members => Names(Json);

    /// <summary>The ids in a collection, in the order of the document.</summary>
    public string[] Ids(string collection) => Names(Json.GetProperty(collection));

    /// <summary>A record.</summary>
    public JsonElement Record(string collection, string id) => Json.GetProperty(collection).GetProperty(id);

    /// <summary>The record that was asked for.</summary>
    public JsonElement Single(string collection) => Record(collection, Results.Single());

    public static string[] Names(JsonElement json) => [.. json.EnumerateObject().Select(member => member.Name)];
}
