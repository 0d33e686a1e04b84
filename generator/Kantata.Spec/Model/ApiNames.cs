using Kantata.Spec.Collections;

namespace Kantata.Spec.Model;

/// <summary>Names and kinships that no document states and the overlay supplies, in the API's own words.</summary>
/// <param name="ValueSets">Value sets that several fields share under one name.</param>
/// <param name="IdEntities">Which entity the ids in a field or parameter of some name belong to.</param>
/// <param name="RequestObjects">Nested objects that the bodies of several operations share under one name.</param>
/// <param name="Operations">Method names for the operations that the naming rule gets wrong.</param>
/// <param name="Resources">Names for the resources whose index pages have unfit titles.</param>
public sealed record ApiNames(
    EquatableArray<SharedName> ValueSets,
    EquatableArray<IdEntity> IdEntities,
    EquatableArray<SharedName> RequestObjects,
    EquatableArray<OperationName> Operations,
    EquatableArray<ResourceName> Resources)
{
    /// <summary>No names.</summary>
    public static ApiNames Empty { get; } = new(default, default, default, default, default);
}

/// <summary>One name that several fields share.</summary>
/// <param name="Name">The name in snake case: <c>billing_type</c>.</param>
/// <param name="Fields">
/// The fields that use it: <c>BillingMilestone.billing_type</c> for an entity's, <c>POST /billing_milestones billing_type</c>
/// for a request's or a parameter's (nested ones dotted, the wrapper left out: <c>external_reference.status</c>), and
/// <c>* external_reference_status</c> for a parameter or request field of that name in any operation.
/// </param>
public sealed record SharedName(string Name, EquatableArray<string> Fields);

/// <summary>Says whose ids a field holds.</summary>
/// <param name="Field">A field as <see cref="SharedName.Fields"/> writes it, or a bare name that holds everywhere: <c>creator_id</c>.</param>
/// <param name="Entity">The entity's name: <c>User</c>.</param>
public sealed record IdEntity(string Field, string Entity);

/// <summary>Names one operation.</summary>
/// <param name="Operation">Method and path: <c>PUT /workweek_memberships/standardize_to_default</c>.</param>
/// <param name="Name">The name in snake case, without the resource: <c>standardize_to_default</c>.</param>
public sealed record OperationName(string Operation, string Name);

/// <summary>Names one resource.</summary>
/// <param name="Title">The title of its index page: <c>Rate Card Role (Rate for a Role)</c>.</param>
/// <param name="Name">The name: <c>Rate Card Roles</c>.</param>
public sealed record ResourceName(string Title, string Name);
