using System.Text.Json;
using Kantata.Emulator.Store;

namespace Kantata.Emulator.Requests;

/// <summary>A request that an operation was found for.</summary>
/// <param name="PathArguments">The values of the path's parameters, in the path's order.</param>
/// <param name="Query">The query's parameters, each with its values joined by commas.</param>
/// <param name="Body">The JSON of the body, or the fields of a form as JSON strings; undefined where there is neither.</param>
internal sealed record ApiRequest(
    IReadOnlyDictionary<string, string> PathArguments,
    IReadOnlyDictionary<string, string> Query,
    JsonElement Body)
{
    /// <summary>The body as text; empty where there is none, and for forms.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether the body came as a form, in which every value is a text.</summary>
    public bool IsForm { get; init; }

    /// <summary>The files that came with a form.</summary>
    public IReadOnlyList<StoredFile> Files { get; init; } = [];

    /// <summary>Where the server was reached: <c>http://127.0.0.1:51234</c>.</summary>
    public string Origin { get; init; } = "";

    /// <summary>The items of a parameter that holds a comma-separated list; none where it is not given.</summary>
    public string[] List(string parameter) =>
        Query.GetValueOrDefault(parameter)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
