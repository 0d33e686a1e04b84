using System.Text.Json;

namespace Kantata.Coverage.Tests.List;

/// <summary>A line of the list: an operation of the API, how a user calls it, and what has to go over the wire and come back.</summary>
internal sealed record ListedOperation
{
    /// <summary>Method and path with its parameters: <c>GET /invoices/{id}</c>.</summary>
    public required string Op { get; init; }

    /// <summary>What a user writes after the client: <c>Invoices.GetAsync</c>.</summary>
    public required string Call { get; init; }

    /// <summary>The values in the path, by parameter.</summary>
    public IReadOnlyDictionary<string, JsonElement> Path { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>The parameters of the query, but those of paging, <c>include</c>, <c>optional_fields</c> and <c>order</c>.</summary>
    public IReadOnlyList<ListedParameter> Query { get; init; } = [];

    /// <summary>The associations that can be asked for.</summary>
    public IReadOnlyList<ListedInclude> Include { get; init; } = [];

    /// <summary>The fields that can be asked for.</summary>
    public IReadOnlyList<string> OptionalFields { get; init; } = [];

    /// <summary>The orders that the list can have.</summary>
    public IReadOnlyList<JsonElement> Order { get; init; } = [];

    /// <summary>The JSON body with every field set, as it has to arrive.</summary>
    public JsonElement? Body { get; init; }

    /// <summary>The parts of a form with every field set, by name: texts, or files with their name and content.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Form { get; init; }

    /// <summary>The form of the body that carries several at once.</summary>
    public ListedBulk? Bulk { get; init; }

    /// <summary>The parameters and body fields, dotted below the body's wrapper, that the compiler has to ask for.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>The optional parameters of the query without which a server still refuses the request, because it then asks for nothing.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>The documented values of body fields, by their dotted names below the body's wrapper.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Sets { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The status of success; null where none is published.</summary>
    public int? Ok { get; init; }

    /// <summary>What comes back.</summary>
    public required ListedAnswer Answer { get; init; }

    /// <summary>The HTTP method.</summary>
    public string Method => Op[..Op.IndexOf(' ', StringComparison.Ordinal)];

    /// <summary>The path with its values.</summary>
    public string ConcretePath => Path.Aggregate(
        Op[(Op.IndexOf(' ', StringComparison.Ordinal) + 1)..],
        static (path, value) => path.Replace("{" + value.Key + "}", value.Value.ToString(), StringComparison.Ordinal));

    public override string ToString() => $"{Op} ({Call})";
}
