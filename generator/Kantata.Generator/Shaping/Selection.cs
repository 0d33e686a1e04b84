using Kantata.Generator.CSharp;
using Kantata.Spec.Collections;
using Kantata.Spec.Model;

namespace Kantata.Generator.Shaping;

/// <summary>
/// The part of the API that a project asks for: the resources that it names, and the entities that their responses can carry.
/// Without names it is everything.
/// </summary>
internal sealed class Selection : IEquatable<Selection>
{
    private readonly HashSet<string>? _entities;

    public Selection(ApiModel api, EquatableArray<string> names)
    {
        if (names.IsEmpty)
        {
            Resources = [.. api.Resources];
            Unknown = [];
            return;
        }

        HashSet<string> wanted = new(names, StringComparer.OrdinalIgnoreCase);
        Resources = [.. api.Resources.Where(resource => wanted.Contains(resource.Key))];
        wanted.ExceptWith(Resources.Select(resource => resource.Key));
        Unknown = [.. wanted.OrderBy(name => name, StringComparer.Ordinal).Select(name => new UnknownResource(name, Nearest(name, api)))];
        _entities = new HashSet<string>(
            Resources
                .SelectMany(resource => resource.Operations)
                .SelectMany(operation => operation.Response.Collections.Select(collection => collection.Entity).Concat(operation.Includes.Select(include => include.Entity)))
                .OfType<string>(),
            StringComparer.Ordinal);
    }

    /// <summary>The resources to generate.</summary>
    public IReadOnlyList<Resource> Resources { get; }

    /// <summary>The names that no resource has.</summary>
    public IReadOnlyList<UnknownResource> Unknown { get; }

    /// <summary>Whether an entity is generated with its members. Others are mere names for their ids.</summary>
    public bool Contains(Entity entity) => _entities is null || _entities.Contains(entity.Name);

    /// <summary>Whether the same resources and entities are generated.</summary>
    public bool Equals(Selection? other) =>
        other is not null
        && Resources.Select(resource => resource.Key).SequenceEqual(other.Resources.Select(resource => resource.Key), StringComparer.Ordinal)
        && (_entities is null ? other._entities is null : other._entities is not null && _entities.SetEquals(other._entities));

    public override bool Equals(object? obj) => Equals(obj as Selection);

    public override int GetHashCode() => Resources.Count;

    private static string Nearest(string name, ApiModel api) => api.Resources
        .Select(resource => resource.Key)
        .OrderBy(key => EditDistance.Between(name.ToLowerInvariant(), key))
        .ThenBy(key => key, StringComparer.Ordinal)
        .FirstOrDefault() ?? "";
}
