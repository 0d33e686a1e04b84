using Kantata.Spec.Collections;

namespace Kantata.Spec.Model;

/// <summary>A kind of object that responses carry.</summary>
public sealed record Entity
{
    /// <summary>The name of the definition: <c>BillingMilestone</c>, <c>Attachments::PostAttachment</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The title; empty where there is none.</summary>
    public string Title { get; init; } = "";

    /// <summary>What the documents say of it.</summary>
    public string Description { get; init; } = "";

    /// <summary>The document that describes it, relative to the folder of the documents and with forward slashes.</summary>
    public required string Document { get; init; }

    /// <summary>The fields in published order. <c>id</c>, which every entity has, is among them only where declared.</summary>
    public EquatableArray<Value> Fields { get; init; }
}
