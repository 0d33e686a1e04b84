using Kantata.Spec.Collections;

namespace Kantata.Spec.Model;

/// <summary>One operation of the API: a method on a path.</summary>
public sealed record Operation
{
    /// <summary>The HTTP method in capitals: <c>GET</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The path with its parameters in braces: <c>/billing_milestones/{id}</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The short title: <c>Fetching a single Billing Milestone</c>.</summary>
    public required string Title { get; init; }

    /// <summary>The prose below the title.</summary>
    public string Description { get; init; } = "";

    /// <summary>The document that describes it, relative to the folder of the documents and with forward slashes.</summary>
    public required string Document { get; init; }

    /// <summary>Where that document has it, by the names on the way: <c>paths//invoices/get</c>; empty where it has nothing else.</summary>
    public string Element { get; init; } = "";

    /// <summary>The parameters in the path, in its order.</summary>
    public EquatableArray<Value> PathParameters { get; init; }

    /// <summary>
    /// The query parameters in published order, paging included, except <c>include</c>, <c>order</c> and
    /// <c>optional_fields</c>, which have members of their own.
    /// </summary>
    public EquatableArray<Value> Query { get; init; }

    /// <summary>What <c>include</c> accepts.</summary>
    public EquatableArray<Include> Includes { get; init; }

    /// <summary>What <c>order</c> accepts; null where the operation has no such parameter.</summary>
    public Ordering? Order { get; init; }

    /// <summary>What <c>optional_fields</c> accepts: each with a name and a description.</summary>
    public EquatableArray<Value> OptionalFields { get; init; }

    /// <summary>What the request carries; null where it has no body.</summary>
    public RequestBody? Body { get; init; }

    /// <summary>Whether the server limits how often it is called apart from all others.</summary>
    public bool HasOwnRateLimit { get; init; }

    /// <summary>What a successful response carries.</summary>
    public required Response Response { get; init; }

    /// <summary>Method and path, by which documents, overlay and people refer to it: <c>GET /billing_milestones</c>.</summary>
    public string Key => Method + " " + Path;

    /// <summary>What a caller gives it: parameters of the path, of the query and fields of the body.</summary>
    internal IEnumerable<Value> InputValues() => PathParameters.Concat(Query).Concat(Body?.Fields ?? default);

    /// <summary>The path in its document of something that belongs to the operation: <c>query/include/story</c>.</summary>
    internal string ElementOf(string name) => Element.Length == 0 ? name : Element + "/" + name;
}
