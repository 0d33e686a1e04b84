namespace Kantata.Spec.Model;

/// <summary>An association that a request can ask for.</summary>
public sealed record Include
{
    /// <summary>What stands for the entity of an association that can be of several kinds, each in its own collection.</summary>
    public const string Polymorphic = "polymorphic";

    /// <summary>The value of the <c>include</c> parameter: <c>story</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The entity that comes along: <c>Story</c>; <see cref="Polymorphic"/> where it can be one of several.</summary>
    public required string Entity { get; init; }

    /// <summary>The collection of the response under which it comes: <c>stories</c>; null where no document says.</summary>
    public string? Collection { get; init; }

    /// <summary>The field that then refers to it: <c>story_id</c>, <c>invoice_ids</c>; null where no document says.</summary>
    public string? IdField { get; init; }

    /// <summary>The parameter without which it does not come; null where there is none.</summary>
    public string? Needs { get; init; }

    /// <summary>What the documents say of it.</summary>
    public string Description { get; init; } = "";

    /// <summary>Whether the association can be of several kinds; the field that refers to it then names the collection, too.</summary>
    public bool IsPolymorphic => Entity == Polymorphic;
}
