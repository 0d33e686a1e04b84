using Kantata.Spec;
using Kantata.Spec.Model;

namespace Kantata.Generator.Shaping;

/// <summary>What shaping looks up in the model of the API: the entities, their associations, and whose ids a name means.</summary>
internal sealed class ApiIndex : IEquatable<ApiIndex>
{
    private readonly Dictionary<string, Entity> _entities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _entityOfCollection = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Include[]> _associations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _entityOfIds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _entityOfPath = new(StringComparer.Ordinal);

    public ApiIndex(ApiModel api)
    {
        foreach (Entity entity in api.Entities)
        {
            _entities[entity.Name] = entity;
        }

        foreach (IdEntity ids in api.Names.IdEntities)
        {
            _entityOfIds[ids.Field] = ids.Entity;
        }

        Dictionary<string, Dictionary<string, Include>> associations = new(StringComparer.Ordinal);
        foreach (Resource resource in api.Resources)
        {
            foreach (Operation operation in resource.Operations)
            {
                AddCollections(operation.Response);
                AddAssociations(operation, associations);
            }
        }

        foreach (KeyValuePair<string, Dictionary<string, Include>> ofEntity in associations)
        {
            _associations[ofEntity.Key] = [.. ofEntity.Value.Values.OrderBy(include => include.Name, StringComparer.Ordinal)];
        }
    }

    /// <summary>The entity of a name; null where the documents have none.</summary>
    public Entity? FindEntity(string? name) => name is not null && _entities.TryGetValue(name, out Entity? entity) ? entity : null;

    /// <summary>The entity in a collection; null where none is known or where it differs between operations.</summary>
    public Entity? FindEntityOfCollection(string collection) =>
        _entityOfCollection.TryGetValue(collection, out string? name) ? FindEntity(name) : null;

    /// <summary>The entity that an operation answers; null where it answers something else.</summary>
    public Entity? FindSubject(Operation operation)
    {
        if (operation.Response.Shape != ResponseShape.Collections)
        {
            return null;
        }

        foreach (ResponseCollection collection in operation.Response.Collections)
        {
            if (collection.Key == operation.Response.Collection)
            {
                return FindEntity(collection.Entity);
            }
        }

        return null;
    }

    /// <summary>
    /// The entity that an operation is about, even where it answers nothing: what it answers, what another operation on its path
    /// answers, or what lies in the collection that its path ends with.
    /// </summary>
    public Entity? FindTarget(Operation operation)
    {
        if (FindSubject(operation) is { } subject)
        {
            return subject;
        }

        return _entityOfPath.TryGetValue(operation.Path, out string? entity)
            ? FindEntity(entity)
            : FindEntityOfCollection(operation.Path.Substring(operation.Path.LastIndexOf('/') + 1));
    }

    /// <summary>The associations of an entity that any operation which answers it can include, by name.</summary>
    public IEnumerable<Include> AssociationsOf(Entity entity) =>
        _associations.TryGetValue(entity.Name, out Include[]? associations) ? associations : [];

    /// <summary>
    /// The entity whose ids a field or parameter holds: that of an include of the same stem, then of the collection of the
    /// same stem, then what the overlay says.
    /// </summary>
    /// <param name="name">The name: <c>story_id</c>, <c>workspace_ids</c>.</param>
    /// <param name="address">The whole address, as the overlay writes it.</param>
    /// <param name="includes">The includes to look at.</param>
    public Entity? FindEntityOfIds(string name, string address, IEnumerable<Include> includes)
    {
        if (_entityOfIds.TryGetValue(address, out string? entity))
        {
            return FindEntity(entity);
        }

        foreach (Include include in includes)
        {
            if (include.IdField == name)
            {
                return FindEntity(include.Entity);
            }
        }

        if (IdName.Stem(name) is not { } stem)
        {
            return null;
        }

        string plural = EnglishNoun.Plural(stem);
        foreach (Include include in includes)
        {
            if (include.Name == stem || include.Name == plural)
            {
                return FindEntity(include.Entity);
            }
        }

        return FindEntityOfCollection(plural) ?? (_entityOfIds.TryGetValue(name, out entity) ? FindEntity(entity) : null);
    }

    /// <summary>Whether everything that can be looked up leads to entities of the same names.</summary>
    public bool Equals(ApiIndex? other) =>
        other is not null
        && _entities.Count == other._entities.Count
        && _entities.Keys.All(other._entities.ContainsKey)
        && ApiOutline.AreEqual(_entityOfCollection, other._entityOfCollection)
        && ApiOutline.AreEqual(_entityOfIds, other._entityOfIds)
        && ApiOutline.AreEqual(_entityOfPath, other._entityOfPath)
        && _associations.Count == other._associations.Count
        && _associations.All(pair => other._associations.TryGetValue(pair.Key, out Include[]? associations) && associations.SequenceEqual(pair.Value));

    public override bool Equals(object? obj) => Equals(obj as ApiIndex);

    public override int GetHashCode() => _entities.Count;

    private void AddCollections(Response response)
    {
        foreach (ResponseCollection collection in response.Collections)
        {
            bool isKnown = _entityOfCollection.TryGetValue(collection.Key, out string? known);
            if (collection.Entity is not null)
            {
                _entityOfCollection[collection.Key] = isKnown && known != collection.Entity ? null : collection.Entity;
            }
        }
    }

    private void AddAssociations(Operation operation, Dictionary<string, Dictionary<string, Include>> associationsByEntity)
    {
        if (FindSubject(operation) is not { } subject)
        {
            return;
        }

        _entityOfPath[operation.Path] = subject.Name;

        if (!associationsByEntity.TryGetValue(subject.Name, out Dictionary<string, Include>? associations))
        {
            associationsByEntity.Add(subject.Name, associations = new(StringComparer.Ordinal));
        }

        foreach (Include include in operation.Includes)
        {
            if (!associations.ContainsKey(include.Name))
            {
                associations.Add(include.Name, include);
            }
        }
    }
}
