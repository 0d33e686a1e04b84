using Kantata.Spec.Collections;

namespace Kantata.Spec.Model;

/// <summary>A group of operations under one heading of the documentation.</summary>
public sealed record Resource
{
    /// <summary>The name in snake case, by which projects and files refer to it: <c>billing_milestones</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The heading: <c>Billing Milestones</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The prose of its index page; empty without one.</summary>
    public string Description { get; init; } = "";

    /// <summary>The operations, sorted by path and then by method in the order GET, POST, PUT, PATCH, DELETE.</summary>
    public EquatableArray<Operation> Operations { get; init; }
}
