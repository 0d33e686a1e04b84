using Kantata.Spec.Collections;
using Kantata.Spec.Model;
using Kantata.Spec.Overlays;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Spec.Merging;

/// <summary>
/// Links an operation to the entities: which entity each collection of its response holds, under which collection each
/// association comes and which field refers to it, and what its optional fields are.
/// </summary>
internal sealed class OperationLinker
{
    private readonly Dictionary<string, Entity> _entities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _entityByPlural = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _plurals = new(StringComparer.Ordinal);
    private readonly OverlayApplier _overlay;
    private readonly ProblemList _problems;

    public OperationLinker(IEnumerable<Entity> entities, OverlayApplier overlay, ProblemList problems)
    {
        _overlay = overlay;
        _problems = problems;
        foreach (Entity entity in entities)
        {
            _entities[entity.Name] = entity;

            // Two entities of one plural (`Attachments::…`) make it say nothing.
            string plural = PluralOf(entity.Name);
            _entityByPlural[plural] = _entityByPlural.ContainsKey(plural) ? null : entity.Name;
        }
    }

    /// <summary>Links an operation.</summary>
    /// <param name="operation">The operation with what overlays say of it.</param>
    /// <param name="described">The operation as documents describe it.</param>
    public Operation Link(Operation operation, Operation described)
    {
        EquatableArray<Include> known = WithKnownEntities(operation);
        Response response = WithEntities(operation, described, known);
        Entity? primary = PrimaryEntity(response);
        EquatableArray<Include> includes = known.Select(include => Link(include, operation, response, primary)).ToEquatableArray();
        return operation with
        {
            Response = WithUndeclaredCollections(response, includes),
            Includes = includes,
            OptionalFields = operation.OptionalFields.Select(field => Link(field, operation, primary)).ToEquatableArray(),
        };
    }

    // A few entities are asked for again and again: by each association of each operation.
    private string PluralOf(string entity)
    {
        if (!_plurals.TryGetValue(entity, out string? plural))
        {
            int scope = entity.LastIndexOf("::", StringComparison.Ordinal);
            _plurals[entity] = plural = EnglishNoun.Plural(SnakeCase.Of(scope < 0 ? entity : entity[(scope + 2)..]));
        }

        return plural;
    }

    private EquatableArray<Include> WithKnownEntities(Operation operation)
    {
        var known = new List<Include>();
        foreach (Include include in operation.Includes)
        {
            if (include.IsPolymorphic || _entities.ContainsKey(include.Entity))
            {
                known.Add(include);
            }
            else
            {
                _problems.Add(SpecDescriptors.UnknownEntity, operation.Document, operation.ElementOf("query/include/" + include.Name), include.Name, include.Entity);
            }
        }

        return known.ToEquatableArray();
    }

    private Response WithEntities(Operation operation, Operation described, EquatableArray<Include> includes)
    {
        if (operation.Response.Collections.IsEmpty)
        {
            return operation.Response;
        }

        Dictionary<string, string?> declared = described.Response.Collections
            .Where(collection => collection.Entity is not null && _entities.ContainsKey(collection.Entity))
            .ToDictionary(collection => collection.Key, collection => collection.Entity, StringComparer.Ordinal);

        // What an include's text says of a collection, and then what the entity of an include is called.
        Dictionary<string, string?> byInclude = new(StringComparer.Ordinal);
        foreach (Include include in includes)
        {
            if (include.Collection is not null && !include.IsPolymorphic)
            {
                byInclude[include.Collection] = include.Entity;
            }
        }

        foreach (Include include in includes)
        {
            string plural = PluralOf(include.Entity);
            if (!include.IsPolymorphic && !byInclude.ContainsKey(plural))
            {
                byInclude.Add(plural, include.Entity);
            }
        }

        return operation.Response with
        {
            Collections = operation.Response.Collections.Select(collection => WithEntity(collection, operation, declared, byInclude)).ToEquatableArray(),
        };
    }

    private ResponseCollection WithEntity(
        ResponseCollection collection,
        Operation operation,
        Dictionary<string, string?> declared,
        Dictionary<string, string?> byInclude)
    {
        string? entity = _overlay.EntityOf(operation.Key, collection.Key)
            ?? Find(declared, collection.Key)
            ?? Find(byInclude, collection.Key)
            ?? _overlay.EntityOf(OverlayApplier.Every, collection.Key)
            ?? Find(_entityByPlural, collection.Key);

        if (entity is null || !_entities.ContainsKey(entity))
        {
            string element = operation.ElementOf("response/" + operation.Response.Status + "/" + collection.Key);
            _problems.Add(SpecDescriptors.UnknownCollection, operation.Document, element, collection.Key);
            entity = null;
        }

        return collection with { Entity = entity };
    }

    private static string? Find(Dictionary<string, string?> entities, string key)
        => entities.TryGetValue(key, out string? entity) ? entity : null;

    // Some associations come in a collection that no page declares: the one that is called like their entity.
    private static Response WithUndeclaredCollections(Response response, EquatableArray<Include> includes)
    {
        if (response.Shape != ResponseShape.Collections)
        {
            return response;
        }

        ResponseCollection[] undeclared =
        [
            .. includes
                .Where(include => include.Collection is not null && response.Collections.All(collection => collection.Key != include.Collection))
                .Select(include => new ResponseCollection(include.Collection!, include.Entity))
                .Distinct(),
        ];
        return undeclared.Length == 0 ? response : response with { Collections = response.Collections.Concat(undeclared).ToEquatableArray() };
    }

    private Entity? PrimaryEntity(Response response)
    {
        string? name = response.Collections.FirstOrDefault(collection => collection.Key == response.Collection)?.Entity;
        return name is null ? null : _entities[name];
    }

    private Include Link(Include include, Operation operation, Response response, Entity? primary) => include with
    {
        Collection = include.Collection ?? CollectionOf(include, response),
        IdField = IdFieldOf(include, operation, primary),
    };

    // Where several collections hold the entity, the one that is called like it or like the association is meant.
    private string? CollectionOf(Include include, Response response)
    {
        string[] keys = [.. response.Collections.Where(collection => collection.Entity == include.Entity).Select(collection => collection.Key)];
        return keys.FirstOrDefault(key => key == include.Name || key == EnglishNoun.Plural(include.Name))
            ?? keys.FirstOrDefault(key => key == PluralOf(include.Entity))
            ?? keys.FirstOrDefault()
            ?? (response.Shape == ResponseShape.Collections && !include.IsPolymorphic ? PluralOf(include.Entity) : null);
    }

    private string? IdFieldOf(Include include, Operation operation, Entity? primary)
    {
        string? declared = primary?.Fields.FirstOrDefault(field => field.WhenIncluded == include.Name)?.Name;
        if (_overlay.Decides(operation.Key, OverlaySubject.Include, include.Name, "id_field"))
        {
            return include.IdField;
        }

        if (include.IdField is null)
        {
            return declared ?? FieldNamedAfter(include, primary);
        }

        // A text that calls the field like the association ("the fixed_fee_items array") names no field of ids.
        if (declared is not null && declared != include.IdField && include.IdField != include.Name)
        {
            _problems.Add(
                SpecDescriptors.Contradiction,
                operation.Document,
                operation.ElementOf("query/include/" + include.Name),
                $"The text says that '{include.IdField}' refers to '{include.Name}', and '{primary!.Name}' has '{declared}' for it, which is used");
        }

        return declared ?? include.IdField;
    }

    private static string? FieldNamedAfter(Include include, Entity? primary)
        => primary?.Fields.FirstOrDefault(field => field.WhenIncluded is null
            && (field.Name == include.Name + "_id"
                || (field.Name.EndsWith("_ids", StringComparison.Ordinal) && EnglishNoun.Plural(field.Name[..^4]) == include.Name)))?.Name;

    private Value Link(Value optional, Operation operation, Entity? primary)
    {
        if (primary?.Fields.FirstOrDefault(field => field.Name == optional.Name) is not { } field)
        {
            return optional;
        }

        bool isDecided = _overlay.Decides(operation.Key, OverlaySubject.OptionalField, optional.Name, "type")
            || _overlay.Decides(primary.Name, OverlaySubject.EntityField, field.Name, "type");
        if (optional.Type != ValueType.Any && optional.Type != field.Type && !isDecided)
        {
            _problems.Add(
                SpecDescriptors.Contradiction,
                operation.Document,
                operation.ElementOf("query/optional_fields/" + optional.Name),
                $"The text gives '{optional.Name}' the type {Word(optional.Type)}, and '{primary.Name}' has it as {Word(field.Type)}, which is used");
        }

        return field with { IsOptionalField = true, Needs = optional.Needs, Description = optional.Description.Length > 0 ? optional.Description : field.Description };
    }

    private static string Word(ValueType type) => type.ToString().ToLowerInvariant();
}
