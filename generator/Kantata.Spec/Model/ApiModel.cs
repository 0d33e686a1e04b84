using Kantata.Spec.Collections;

namespace Kantata.Spec.Model;

/// <summary>
/// What the API is, as its documents say it: the end of reading and the beginning of everything that is made of it.
/// It holds no position in any document and compares by value.
/// </summary>
/// <param name="Resources">The resources, sorted by <see cref="Resource.Key"/>.</param>
/// <param name="Entities">The entities, sorted by <see cref="Entity.Name"/>.</param>
/// <param name="Names">What the documents do not name, or name wrongly, from the overlay.</param>
public sealed record ApiModel(EquatableArray<Resource> Resources, EquatableArray<Entity> Entities, ApiNames Names)
{
    /// <summary>A model of nothing.</summary>
    public static ApiModel Empty { get; } = new(default, default, ApiNames.Empty);
}
