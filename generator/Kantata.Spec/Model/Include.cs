namespace Kantata.Spec.Model;

/// <summary>An association that a request can ask for.</summary>
public sealed record Include
{
    /// <summary>The value of the <c>include</c> parameter: <c>story</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The entity that comes along: <c>Story</c>.</summary>
    public required string Entity { get; init; }

    /// <summary>The collection of the response under which it comes: <c>stories</c>; null where no document says.</summary>
    public string? Collection { get; init; }

    /// <summary>The field that then refers to it: <c>story_id</c>, <c>invoice_ids</c>; null where no document says.</summary>
    public string? IdField { get; init; }

    /// <summary>What the documents say of it.</summary>
    public string Description { get; init; } = "";
}
