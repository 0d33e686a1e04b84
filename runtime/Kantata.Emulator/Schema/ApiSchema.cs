using System.Text.Json;
using Kantata.Spec;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Schema;

/// <summary>The collections of an API and how they refer to each other, as its model has them.</summary>
internal sealed class ApiSchema
{
    private readonly Dictionary<string, CollectionSchema> _collections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _collectionsOfEntities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _targetsOfFields = new(StringComparer.Ordinal);

    public ApiSchema(ApiModel model)
    {
        Dictionary<string, Entity> entities = model.Entities.ToDictionary(entity => entity.Name, StringComparer.Ordinal);
        List<Operation> operations = [.. model.Resources.SelectMany(resource => resource.Operations)];
        AddCollections(operations, entities);
        AddAssociations(operations);
        AddOptionalFields(operations);
        AddTargets(model.Names);
    }

    /// <summary>The names of all collections.</summary>
    public IReadOnlyCollection<string> Collections => _collections.Keys;

    /// <summary>The collection of a name; null where no operation answers with it.</summary>
    public CollectionSchema? Find(string collection) => _collections.GetValueOrDefault(collection);

    /// <summary>The collection of a name; one that no operation answers with has no fields.</summary>
    public CollectionSchema this[string collection] => Find(collection) ?? new CollectionSchema(collection, EnglishNoun.Singular(collection), null);

    /// <summary>The collection that holds the records of an entity; null where none does.</summary>
    public string? CollectionOf(string entity) => _collectionsOfEntities.GetValueOrDefault(entity);

    /// <summary>The collection whose ids a field holds; null where that is not certain.</summary>
    public string? TargetOf(CollectionSchema collection, string field)
    {
        if (collection.AssociationOf(field) is Association association)
        {
            return association.Target;
        }

        return IdName.Stem(field) is not string stem ? null
            : _targetsOfFields.TryGetValue(collection.Entity?.Name + "." + field, out string? target) ? target
            : _targetsOfFields.TryGetValue(stem, out target) ? target
            : null;
    }

    private void AddCollections(List<Operation> operations, Dictionary<string, Entity> entities)
    {
        // A list of the collection itself says best what it holds, then what others bring along under it; where no document says
        // it, what includes bring, and at last the name.
        List<(string Key, string? Entity)> uses = [.. operations
            .SelectMany(operation => operation.Response.Collections.Select(collection => (collection.Key, collection.Entity, IsMain: collection.Key == operation.Response.Collection)))
            .OrderByDescending(use => use.IsMain)
            .Select(use => (use.Key, use.Entity))];
        IEnumerable<(string Key, string? Entity)> includes = operations.SelectMany(operation => operation.Includes
            .Where(include => !include.IsPolymorphic)
            .Select(include => (include.Collection ?? EnglishNoun.Plural(NameOf(include.Entity)), (string?)include.Entity, IsNamed: include.Collection is not null))
            // A collection that no document names is that of an entity which no other one holds.
            .Where(include => include.IsNamed || operations.All(other => other.Response.Collections.All(collection => collection.Entity != include.Item2)))
            .Select(include => (include.Item1, include.Item2)));
        ILookup<string, string?> said = uses.Concat(includes).ToLookup(use => use.Key, use => use.Entity);
        ILookup<string, Entity> named = entities.Values.ToLookup(entity => NameOf(entity.Name));

        foreach (string key in uses.Concat(includes).Select(use => use.Key).Distinct())
        {
            string singular = operations.FirstOrDefault(operation => operation.Method == "POST" && operation.Path == "/" + key)?.Body?.Wrapper ?? EnglishNoun.Singular(key);
            Entity? entity = said[key].OfType<string>().Select(name => entities.GetValueOrDefault(name)).FirstOrDefault() ?? named[singular].FirstOrDefault();
            _collections.Add(key, new CollectionSchema(key, singular, entity));
        }

        foreach (CollectionSchema collection in _collections.Values.Where(collection => collection.Entity is not null))
        {
            _collectionsOfEntities.TryAdd(collection.Entity!.Name, collection.Key);
        }
    }

    private static string NameOf(string entity) => JsonNamingPolicy.SnakeCaseLower.ConvertName(entity[(entity.LastIndexOf(':') + 1)..]);

    private void AddOptionalFields(List<Operation> operations)
    {
        foreach (Operation operation in operations.Where(operation => operation.Response.Collection is not null))
        {
            foreach (Value field in operation.OptionalFields)
            {
                _collections[operation.Response.Collection!].AddOptional(field);
            }
        }
    }

    private void AddAssociations(List<Operation> operations)
    {
        foreach (Operation operation in operations)
        {
            if (operation.Response.Collection is not string key)
            {
                continue;
            }

            foreach (Include include in operation.Includes)
            {
                CollectionSchema collection = _collections[key];
                collection.Add(Associate(collection, include));
            }
        }
    }

    private Association Associate(CollectionSchema collection, Include include)
    {
        Value? declared = (include.IdField is string name ? collection.Field(name) : null)
            ?? collection.Fields.FirstOrDefault(field => field.WhenIncluded == include.Name)
            ?? collection.Field(include.Name + "_id")
            ?? collection.Field(include.Name + "_ref")
            ?? collection.Field(EnglishNoun.Singular(include.Name) + "_ids");
        string? target = include.Collection ?? CollectionOf(include.Entity);
        bool looksPlural = include.Name == target || EnglishNoun.Singular(include.Name) != include.Name;
        string field = declared?.Name ?? include.IdField ?? (looksPlural ? EnglishNoun.Singular(include.Name) + "_ids" : include.Name + "_id");
        bool isMany = declared is null ? field.EndsWith("_ids", StringComparison.Ordinal) : declared.Type == ValueType.Array;

        return new Association(include.Name, field, isMany, include.IsPolymorphic || declared?.Type == ValueType.Reference ? null : target);
    }

    private void AddTargets(ApiNames names)
    {
        foreach (IdEntity id in names.IdEntities)
        {
            // A bare name holds everywhere and is found by its stem; a full one holds for its own field.
            _targetsOfFields[id.Field.Contains('.', StringComparison.Ordinal) ? id.Field : IdName.Stem(id.Field) ?? id.Field] = CollectionOf(id.Entity);
        }

        foreach (CollectionSchema collection in _collections.Values)
        {
            _targetsOfFields.TryAdd(collection.Singular, collection.Key);
        }

        var stems = _collections.Values
            .SelectMany(collection => collection.Associations.Values)
            .Where(association => association.Target is not null)
            .GroupBy(association => IdName.Stem(association.Field) ?? association.Field, association => association.Target);
        foreach (IGrouping<string, string?> stem in stems)
        {
            // Where associations of one name lead to several collections, a field of that name proves nothing.
            string[] targets = [.. stem.OfType<string>().Distinct()];
            _targetsOfFields.TryAdd(stem.Key, targets.Length == 1 ? targets[0] : null);
        }
    }
}
