using Kantata.Spec.Collections;

namespace Kantata.Spec.Model;

/// <summary>The response to a request that succeeded.</summary>
public sealed record Response
{
    /// <summary>The HTTP status; null where none is published.</summary>
    public int? Status { get; init; }

    /// <summary>The form of the body.</summary>
    public required ResponseShape Shape { get; init; }

    /// <summary>Which collection <c>results</c> refers to: <c>billing_milestones</c>; null unless the shape is <see cref="ResponseShape.Collections"/>.</summary>
    public string? Collection { get; init; }

    /// <summary>Whether <c>results</c> can refer to several although the operation is neither a list nor takes several.</summary>
    public bool AnswersMany { get; init; }

    /// <summary>The collections in published order; empty unless the shape is <see cref="ResponseShape.Collections"/>.</summary>
    public EquatableArray<ResponseCollection> Collections { get; init; }

    /// <summary>The members of the object, or of each object in the array or map; empty in other shapes.</summary>
    public EquatableArray<Value> Fields { get; init; }
}

/// <summary>One collection of a response, an object whose members are entities under their ids.</summary>
/// <param name="Key">The member's name: <c>stories</c>.</param>
/// <param name="Entity">The entity that it holds: <c>Story</c>; null where no document says.</param>
public sealed record ResponseCollection(string Key, string? Entity);

/// <summary>The forms of a response.</summary>
public enum ResponseShape
{
    /// <summary>There is no body.</summary>
    Empty,

    /// <summary>The usual envelope: <c>count</c>, <c>results</c>, <c>meta</c> and collections keyed by id.</summary>
    Collections,

    /// <summary>A plain object.</summary>
    Object,

    /// <summary>A bare array of objects.</summary>
    Array,

    /// <summary>A bare object whose member names are ids and whose values are objects.</summary>
    Map,

    /// <summary>A file: bytes that are no JSON.</summary>
    File,

    /// <summary>Nothing is published about it.</summary>
    Unknown,
}
