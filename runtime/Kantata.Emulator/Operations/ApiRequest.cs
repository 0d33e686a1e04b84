using System.Text.Json;

namespace Kantata.Emulator.Operations;

/// <summary>A request that an operation was found for.</summary>
/// <param name="PathArguments">The values of the path's parameters.</param>
/// <param name="Query">The query's parameters, each with its values joined by commas.</param>
/// <param name="Body">The JSON of the body; undefined where there is none.</param>
internal sealed record ApiRequest(
    IReadOnlyDictionary<string, string> PathArguments,
    IReadOnlyDictionary<string, string> Query,
    JsonElement Body)
{
    /// <summary>The items of a parameter that holds a comma-separated list; none where it is not given.</summary>
    public string[] List(string parameter) =>
        Query.GetValueOrDefault(parameter)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
