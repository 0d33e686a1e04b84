using Kantata.Spec.Collections;
using Kantata.Spec.Model;

namespace Kantata.Spec;

/// <summary>Corrections and additions to what other documents say, and names that no document states.</summary>
/// <param name="Name">The name of the file.</param>
/// <param name="Origin">Who supplied the file.</param>
/// <param name="Entries">The corrections and additions.</param>
/// <param name="Names">The names.</param>
public sealed record OverlayDocument(string Name, SpecOrigin Origin, EquatableArray<OverlayEntry> Entries, ApiNames Names)
    : SpecDocument(Name, Origin);

/// <summary>One correction or addition.</summary>
/// <param name="Subject">What kind of thing it is about.</param>
/// <param name="Owner">
/// What the thing belongs to: an operation (<c>GET /invoices</c>) or an entity (<c>Invoice</c>); <c>*</c> for every one that has it.
/// </param>
/// <param name="Name">The name of the thing there, dotted for nested members; empty for the owner itself and for what it has one of.</param>
/// <param name="Facts">What is said of it.</param>
/// <param name="Reason">Why the documents are not enough.</param>
/// <param name="Element">The path of the entry in the overlay, by which its place is found.</param>
public sealed record OverlayEntry(
    OverlaySubject Subject,
    string Owner,
    string Name,
    EquatableArray<OverlayFact> Facts,
    string Reason,
    string Element);

/// <summary>One fact of an entry.</summary>
/// <param name="Key">The name of the fact: <c>default</c>.</param>
/// <param name="Values">Its values, one for most facts; none where the overlay takes the fact away.</param>
public sealed record OverlayFact(string Key, EquatableArray<string> Values);

/// <summary>What an entry of an overlay can be about.</summary>
public enum OverlaySubject
{
    /// <summary>An operation itself: its title and description.</summary>
    Operation,

    /// <summary>A parameter in the path.</summary>
    PathParameter,

    /// <summary>A parameter of the query.</summary>
    QueryParameter,

    /// <summary>The orders of a list.</summary>
    Order,

    /// <summary>An association that can be included.</summary>
    Include,

    /// <summary>A field that can be asked for.</summary>
    OptionalField,

    /// <summary>The form of a body.</summary>
    Body,

    /// <summary>A field of a body, without the wrapper.</summary>
    BodyField,

    /// <summary>The form of a response.</summary>
    Response,

    /// <summary>A collection of a response.</summary>
    ResponseCollection,

    /// <summary>A field of a response that is a plain object or array.</summary>
    ResponseField,

    /// <summary>An entity itself: its title and description.</summary>
    Entity,

    /// <summary>A field of an entity.</summary>
    EntityField,
}
