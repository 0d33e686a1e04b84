using System.Text.Json;

namespace Kantata.Emulator.Behaviour;

/// <summary>What an operation does to records, besides taking over what its request holds.</summary>
internal sealed record ActionRule
{
    // What has a default is settable: generated JSON readers give init-only members null where the JSON has none.

    /// <summary>A rule of nothing: the operation does what its method and path say.</summary>
    public static ActionRule None { get; } = new();

    /// <summary>The collection whose records it is about; null where its response or path says so.</summary>
    public string? Collection { get; init; }

    /// <summary>The parameter, or the field of the body, that names the records; null where the path does.</summary>
    public string? Ids { get; init; }

    /// <summary>The fields that it sets.</summary>
    public IReadOnlyDictionary<string, JsonElement> Set { get; set; } = new Dictionary<string, JsonElement>();

    /// <summary>The fields that it sets to the time of the request.</summary>
    public IReadOnlyList<string> Now { get; set; } = [];

    /// <summary>The fields of records whose name in the request, or in the heading of its table, is another one.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; set; } = new Dictionary<string, string>();

    /// <summary>The fields by which an existing record is found that is changed instead of making one.</summary>
    public IReadOnlyList<string> Match { get; set; } = [];

    /// <summary>Whether a record that does not exist is made under the id in the path.</summary>
    public bool Creates { get; init; }

    /// <summary>Whether it takes the records away.</summary>
    public bool Removes { get; init; }

    /// <summary>Whether its records may come as the rows of a CSV file.</summary>
    public bool ReadsCsv { get; init; }

    /// <summary>The record that it makes for each one that it is about; null for none.</summary>
    public AddedRecordRule? Adds { get; init; }

    /// <summary>How it parts a record in two; null where it does not.</summary>
    public SplitRule? Splits { get; init; }
}
