namespace Kantata.Coverage.Tests.List;

/// <summary>An association that can be asked for, and what it brings.</summary>
internal sealed record ListedInclude
{
    /// <summary>The API's name.</summary>
    public required string N { get; init; }

    /// <summary>The field of the subject that holds the id or the ids; null where the answer holds no entities.</summary>
    public string? By { get; init; }

    /// <summary>The collection that the entities come back in; null where it is not always the same.</summary>
    public string? In { get; init; }

    /// <summary>The entity; null where it is not always the same.</summary>
    public string? Of { get; init; }

    /// <summary>The entities that a polymorphic association may bring, by their collections.</summary>
    public IReadOnlyDictionary<string, string> Any { get; init; } = new Dictionary<string, string>();

    /// <summary>The property, where it is not named as the rule says.</summary>
    public string? Member { get; init; }
}
