using Kantata.Spec.Collections;

namespace Kantata.Spec.Model;

/// <summary>The body of a request.</summary>
public sealed record RequestBody
{
    /// <summary>The media type: <c>application/json</c>.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>The member that wraps the fields: <c>billing_milestone</c>; null where the fields stand at the top.</summary>
    public string? Wrapper { get; init; }

    /// <summary>The fields inside the wrapper, in published order.</summary>
    public EquatableArray<Value> Fields { get; init; }

    /// <summary>How several are sent in one request; null where that is not possible.</summary>
    public BulkForm? Bulk { get; init; }
}

/// <summary>The form of a body that carries many of what the plain body carries one of.</summary>
/// <param name="Key">The member that holds the array: <c>billing_milestones</c>.</param>
/// <param name="MaxItems">The most items in one request; null where no limit is known.</param>
public sealed record BulkForm(string Key, int? MaxItems);
