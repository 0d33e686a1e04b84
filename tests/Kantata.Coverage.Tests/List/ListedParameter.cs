using System.Text.Json;

namespace Kantata.Coverage.Tests.List;

/// <summary>A parameter of a query with a sample value.</summary>
internal sealed record ListedParameter
{
    /// <summary>The API's name.</summary>
    public required string N { get; init; }

    /// <summary>What a user sets.</summary>
    public required JsonElement Value { get; init; }

    /// <summary>What then has to be in the query, decoded.</summary>
    public required string Wire { get; init; }

    /// <summary>Whether <see cref="Value"/> holds the two ends of a range instead of a list.</summary>
    public bool Range { get; init; }

    /// <summary>The documented values; empty where there is no such set.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
}
