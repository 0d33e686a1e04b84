using Kantata.Spec.Collections;
using Kantata.Spec.Merging;
using Kantata.Spec.Model;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Spec.Overlays;

/// <summary>
/// Applies overlays: what is said of every operation or entity before what is said of one, and the package's before the users'.
/// </summary>
internal sealed class OverlayApplier
{
    /// <summary>What stands for every operation, or every entity.</summary>
    public const string Every = "*";

    private readonly AppliedEntry[] _entries;
    private readonly OverlayEntry[] _entriesOfEvery;
    private readonly ILookup<string, OverlayEntry> _entriesByOwner;
    private readonly ProblemList _problems;
    private readonly OverlayFacts _facts = new();

    public OverlayApplier(OverlayDocument[] overlays, ProblemList problems)
    {
        _problems = problems;
        AppliedEntry[] entries = [.. EntriesOf(overlays, SpecOrigin.Bundled), .. EntriesOf(overlays, SpecOrigin.User)];
        _entries = [.. entries.Where(applied => applied.Entry.Owner == Every), .. entries.Where(applied => applied.Entry.Owner != Every)];
        _entriesByOwner = _entries.ToLookup(applied => applied.Entry.Owner, applied => applied.Entry, StringComparer.Ordinal);
        _entriesOfEvery = [.. _entriesByOwner[Every]];
    }

    /// <summary>Corrects an operation.</summary>
    public Operation Apply(Operation operation) => EntriesOf(operation.Key).Aggregate(operation, (corrected, entry) => Apply(corrected, entry) ?? corrected);

    /// <summary>Corrects an entity.</summary>
    public Entity Apply(Entity entity) => EntriesOf(entity.Name).Aggregate(entity, (corrected, entry) => Apply(corrected, entry) ?? corrected);

    /// <summary>
    /// What overlays say that a collection holds in the responses of an operation, or of <see cref="Every"/> one; null where they
    /// say nothing.
    /// </summary>
    public string? EntityOf(string operation, string collection)
        => _entriesByOwner[operation]
            .Where(entry => entry.Subject == OverlaySubject.ResponseCollection && entry.Name == collection)
            .SelectMany(entry => entry.Facts)
            .LastOrDefault(fact => fact.Key == "entity")?.Values[0];

    /// <summary>Whether an overlay has the last word on a fact of an element of an operation or entity.</summary>
    public bool Decides(string owner, OverlaySubject subject, string name, string fact)
        => EntriesOf(owner).Any(entry => entry.Subject == subject && entry.Name == name && entry.Facts.Any(said => said.Key == fact));

    /// <summary>
    /// Reports the entries that are about nothing. Where a user's document took the place of the package's own, the package's
    /// overlay may be about what is no longer there.
    /// </summary>
    public void ReportMisses(IReadOnlyList<Operation> operations, IReadOnlyList<Entity> entities, Func<string, SpecOrigin> originOf)
    {
        ILookup<string, Operation> operationsByKey = operations.ToLookup(operation => operation.Key, StringComparer.Ordinal);
        ILookup<string, Entity> entitiesByName = entities.ToLookup(entity => entity.Name, StringComparer.Ordinal);
        foreach ((OverlayDocument overlay, OverlayEntry entry) in _entries)
        {
            bool isAboutEntity = entry.Subject is OverlaySubject.Entity or OverlaySubject.EntityField;
            bool isAboutEvery = entry.Owner == Every;
            bool isHit = isAboutEntity
                ? (isAboutEvery ? entities : entitiesByName[entry.Owner]).Any(entity => Apply(entity, entry) is not null || IsReplaced(overlay, entity.Document))
                : (isAboutEvery ? operations : operationsByKey[entry.Owner]).Any(operation => Apply(operation, entry) is not null || IsReplaced(overlay, operation.Document));
            if (!isHit)
            {
                string owner = entry.Owner == Every ? (isAboutEntity ? "any entity" : "any operation") : $"'{entry.Owner}'";
                string what = entry.Name.Length == 0 ? $"{OverlayFacts.Describe(entry.Subject)} of {owner}" : $"{OverlayFacts.Describe(entry.Subject)} '{entry.Name}' of {owner}";
                _problems.Add(SpecDescriptors.OverlayHitsNothing, overlay.Name, entry.Element, what);
            }
        }

        bool IsReplaced(OverlayDocument overlay, string document) => overlay.Origin == SpecOrigin.Bundled && originOf(document) == SpecOrigin.User;
    }

    private static IEnumerable<AppliedEntry> EntriesOf(OverlayDocument[] overlays, SpecOrigin origin) => overlays
        .OfOrigin(origin)
        .SelectMany(overlay => overlay.Entries, (overlay, entry) => new AppliedEntry(overlay, entry));

    private IEnumerable<OverlayEntry> EntriesOf(string owner) => _entriesOfEvery.Concat(_entriesByOwner[owner]);

    // null where the operation has nothing that the entry is about
    private Operation? Apply(Operation operation, OverlayEntry entry)
    {
        switch (entry.Subject)
        {
            case OverlaySubject.Operation:
                return entry.Facts.Aggregate(operation, (corrected, fact) => OverlayFacts.TryApply(corrected, fact, out Operation applied) ? applied : corrected);
            case OverlaySubject.PathParameter:
                return Apply(operation.PathParameters, entry) is { } path ? operation with { PathParameters = path } : null;
            case OverlaySubject.QueryParameter:
                return Apply(operation.Query, entry) is { } query ? operation with { Query = query } : null;
            case OverlaySubject.OptionalField:
                return Apply(operation.OptionalFields, entry) is { } fields
                    ? operation with { OptionalFields = fields.Select(field => field with { IsOptionalField = true }).ToEquatableArray() }
                    : null;
            case OverlaySubject.Order:
                return operation.Order is null && entry.Owner == Every
                    ? null
                    : operation with { Order = entry.Facts.Aggregate(operation.Order ?? new Ordering(default, null), (order, fact) => OverlayFacts.TryApply(order, fact, out Ordering applied) ? applied : order) };
            case OverlaySubject.Include:
                return ApplyToIncludes(operation, entry);
            case OverlaySubject.Body:
                return operation.Body is null && entry.Owner == Every
                    ? null
                    : operation with { Body = entry.Facts.Aggregate(operation.Body ?? new RequestBody(), (body, fact) => OverlayFacts.TryApply(body, fact, out RequestBody applied) ? applied : body) };
            case OverlaySubject.BodyField:
                RequestBody? body = operation.Body ?? (IsAddition(entry) && entry.Owner != Every ? new RequestBody() : null);
                return body is not null && Apply(body.Fields, entry) is { } bodyFields ? operation with { Body = body with { Fields = bodyFields } } : null;
            case OverlaySubject.Response:
                return operation with { Response = entry.Facts.Aggregate(operation.Response, (response, fact) => OverlayFacts.TryApply(response, fact, out Response applied) ? applied : response) };
            case OverlaySubject.ResponseField:
                return Apply(operation.Response.Fields, entry) is { } responseFields ? operation with { Response = operation.Response with { Fields = responseFields } } : null;
            case OverlaySubject.ResponseCollection:
                return ApplyToCollections(operation, entry);
            default:
                return null;
        }
    }

    private Entity? Apply(Entity entity, OverlayEntry entry) => entry.Subject switch
    {
        OverlaySubject.Entity => entry.Facts.Aggregate(entity, (corrected, fact) => OverlayFacts.TryApply(corrected, fact, out Entity applied) ? applied : corrected),
        OverlaySubject.EntityField => Apply(entity.Fields, entry) is { } fields ? entity with { Fields = fields } : null,
        _ => null,
    };

    private static Operation? ApplyToIncludes(Operation operation, OverlayEntry entry)
    {
        int index = operation.Includes.FindIndex(entry.Name, static include => include.Name);
        bool canAdd = entry.Facts.Any(fact => fact.Key == "entity");
        EquatableArray<Include>? includes = Correct(
            operation.Includes,
            entry,
            index,
            canAdd ? static entry => new Include { Name = entry.Name, Entity = "" } : null,
            static (include, fact) => OverlayFacts.TryApply(include, fact, out Include applied) ? applied : include);
        return includes is null ? null : operation with { Includes = includes.Value };
    }

    private static Operation? ApplyToCollections(Operation operation, OverlayEntry entry)
    {
        int index = operation.Response.Collections.FindIndex(entry.Name, static collection => collection.Key);
        EquatableArray<ResponseCollection>? collections = Correct(
            operation.Response.Collections,
            entry,
            index,
            entry.Owner != Every ? static entry => new ResponseCollection(entry.Name, null) : null,
            static (collection, fact) => OverlayFacts.TryApply(collection, fact, out ResponseCollection applied) ? applied : collection);
        return collections is null ? null : operation with { Response = operation.Response with { Collections = collections.Value } };
    }

    private EquatableArray<Value>? Apply(EquatableArray<Value> values, OverlayEntry entry) => Apply(values, entry, entry.Name);

    // A dotted name is looked for whole first: names of query parameters may have dots.
    private EquatableArray<Value>? Apply(EquatableArray<Value> values, OverlayEntry entry, string name)
    {
        int index = values.FindIndex(name, static value => value.Name);
        int dot = name.IndexOf('.');
        if (index < 0 && dot > 0)
        {
            index = values.FindIndex(name[..dot], static value => value.Name);
            if (index < 0 || Apply(values[index].Members, entry, name[(dot + 1)..]) is not { } members)
            {
                return null;
            }

            Value[] around = [.. values];
            around[index] = around[index] with { Members = members };
            return around.ToEquatableArray();
        }

        return Correct(
            values,
            entry,
            index,
            entry.Owner != Every ? _ => new Value { Name = name, Type = ValueType.String } : null,
            (value, fact) => _facts.TryApply(value, fact, out Value applied) ? applied : value);
    }

    /// <summary>Adds, removes or corrects one item; null where there is none that the entry is about.</summary>
    /// <param name="items">The items.</param>
    /// <param name="entry">What is said of it.</param>
    /// <param name="index">Where it is; negative where it is not there.</param>
    /// <param name="create">Makes it where the entry adds it; null where it cannot be added.</param>
    /// <param name="apply">Applies one fact.</param>
    private static EquatableArray<T>? Correct<T>(EquatableArray<T> items, OverlayEntry entry, int index, Func<OverlayEntry, T>? create, Func<T, OverlayFact, T> apply)
        where T : IEquatable<T>
    {
        bool isAdded = index < 0 && create is not null && IsAddition(entry);
        if (index < 0 && !isAdded)
        {
            return null;
        }

        List<T> corrected = [.. items];
        if (isAdded)
        {
            index = corrected.Count;
            corrected.Add(create!(entry));
        }

        if (IsRemoval(entry))
        {
            corrected.RemoveAt(index);
        }
        else
        {
            corrected[index] = entry.Facts.Aggregate(corrected[index], apply);
        }

        return corrected.ToEquatableArray();
    }

    private static bool IsAddition(OverlayEntry entry) => entry.Facts.Any(fact => fact.Key == OverlayFacts.Add);

    private static bool IsRemoval(OverlayEntry entry) => entry.Facts.Any(fact => fact.Key == OverlayFacts.Remove);

    /// <summary>An entry with the overlay that it is from.</summary>
    private sealed record AppliedEntry(OverlayDocument Overlay, OverlayEntry Entry);
}
