using Kantata.Spec.Collections;

namespace Kantata.Spec;

/// <summary>A page that lists the operations of one resource.</summary>
/// <param name="Name">The name of the file.</param>
/// <param name="Origin">Who supplied the file.</param>
/// <param name="Title">The heading, which names the resource: <c>Billing Milestones</c>.</param>
/// <param name="Description">The prose below the heading.</param>
/// <param name="Entries">The operations in the order of the page.</param>
public sealed record IndexPage(string Name, SpecOrigin Origin, string Title, string Description, EquatableArray<IndexEntry> Entries)
    : SpecDocument(Name, Origin);

/// <summary>One operation on an index page.</summary>
/// <param name="Operation">Method and path: <c>GET /billing_milestones</c>.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Description">Its prose.</param>
public sealed record IndexEntry(string Operation, string Title, string Description);
