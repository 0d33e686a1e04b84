namespace Kantata.Coverage.Tests.List;

/// <summary>A line of the list: an entity and its fields.</summary>
internal sealed record ListedEntity
{
    /// <summary>The name of its definition.</summary>
    public required string Entity { get; init; }

    /// <summary>The C# type.</summary>
    public required string Type { get; init; }

    /// <summary>The fields, but the id.</summary>
    public IReadOnlyList<ListedField> Fields { get; init; } = [];
}
