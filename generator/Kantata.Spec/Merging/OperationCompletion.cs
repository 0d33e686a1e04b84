using Kantata.Spec.Collections;
using Kantata.Spec.Model;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Spec.Merging;

/// <summary>
/// Completes what a page says of an operation by what an OpenAPI document says of it, or the other way round: the first decides,
/// the second tells what the first leaves open.
/// </summary>
/// <param name="adds">Whether what only the second has is a part of the operation, too.</param>
internal sealed class OperationCompletion(bool adds)
{
    public Operation Complete(Operation first, Operation second)
    {
        bool takesIncludes = first.Includes.IsEmpty && (adds || HasPlain(first, "include"));
        bool takesOptionalFields = first.OptionalFields.IsEmpty && (adds || HasPlain(first, "optional_fields"));
        bool takesOrder = first.Order is null && (adds || HasPlain(first, "order"));
        EquatableArray<Include> includes = takesIncludes ? second.Includes : Complete(first.Includes, second.Includes);
        EquatableArray<Value> optionalFields = takesOptionalFields ? second.OptionalFields : Complete(first.OptionalFields, second.OptionalFields);
        Ordering? order = takesOrder ? second.Order : first.Order;
        return first with
        {
            Description = OrElse(first.Description, second.Description),
            PathParameters = CompleteInOrder(first.PathParameters, second.PathParameters),
            Query = WithoutPlain(Complete(first.Query, second.Query), !includes.IsEmpty, !optionalFields.IsEmpty, order is not null),
            Includes = includes,
            OptionalFields = optionalFields,
            Order = order,
            Body = Complete(first.Body, second.Body),
            Response = Complete(first.Response, second.Response),
        };
    }

    // A parameter whose text lists nothing is one of the query's.
    private static bool HasPlain(Operation operation, string name) => operation.Query.Any(value => value.Name == name);

    private static EquatableArray<Value> WithoutPlain(EquatableArray<Value> query, bool hasIncludes, bool hasOptionalFields, bool hasOrder)
        => query
            .Where(value => !(value.Name switch { "include" => hasIncludes, "optional_fields" => hasOptionalFields, "order" => hasOrder, _ => false }))
            .ToEquatableArray();

    private RequestBody? Complete(RequestBody? first, RequestBody? second)
    {
        if (first is null || second is null)
        {
            return first ?? (adds ? second : null);
        }

        return first.Wrapper != second.Wrapper
            ? first
            : first with { Fields = Complete(first.Fields, second.Fields), Bulk = first.Bulk ?? (adds ? second.Bulk : null) };
    }

    private Response Complete(Response first, Response second)
    {
        if (first.Shape != second.Shape)
        {
            return first.Shape == ResponseShape.Unknown ? second : first;
        }

        var entities = second.Collections.ToDictionary(collection => collection.Key, collection => collection.Entity, StringComparer.Ordinal);
        ResponseCollection[] collections =
        [
            .. first.Collections.Select(collection => collection with { Entity = collection.Entity ?? (entities.TryGetValue(collection.Key, out string? entity) ? entity : null) }),
        ];
        return first with
        {
            Status = first.Status ?? second.Status,
            Fields = Complete(first.Fields, second.Fields),
            Collections = (adds ? collections.Concat(second.Collections.Where(other => first.Collections.All(collection => collection.Key != other.Key))) : collections).ToEquatableArray(),
        };
    }

    private EquatableArray<Include> Complete(EquatableArray<Include> first, EquatableArray<Include> second)
    {
        Dictionary<string, Include> others = second.ToDictionary(include => include.Name, StringComparer.Ordinal);
        return first
            .Select(include => others.TryGetValue(include.Name, out Include? other)
                ? include with
                {
                    Collection = include.Collection ?? other.Collection,
                    IdField = include.IdField ?? other.IdField,
                    Needs = include.Needs ?? other.Needs,
                    Description = OrElse(include.Description, other.Description),
                }
                : include)
            .Concat(adds ? second.Where(other => first.All(include => include.Name != other.Name)) : [])
            .ToEquatableArray();
    }

    // The parameters of a path may be called differently; their order is that of the path.
    private EquatableArray<Value> CompleteInOrder(EquatableArray<Value> first, EquatableArray<Value> second)
        => first.Count == second.Count ? first.Select((value, index) => Complete(value, second[index])).ToEquatableArray() : first;

    private EquatableArray<Value> Complete(EquatableArray<Value> first, EquatableArray<Value> second)
    {
        Dictionary<string, Value> others = second.ToDictionary(value => value.Name, StringComparer.Ordinal);
        return first
            .Select(value => others.TryGetValue(value.Name, out Value? other) ? Complete(value, other) : value)
            .Concat(adds ? second.Where(other => first.All(value => value.Name != other.Name)) : [])
            .ToEquatableArray();
    }

    private Value Complete(Value first, Value second)
    {
        bool hasForm = first.Format != ValueFormat.None || first.List != ListKind.None || !first.KnownValues.IsEmpty;
        return first with
        {
            Type = first.Type == ValueType.Any ? second.Type : first.Type,
            Items = first.Items ?? second.Items,
            Format = hasForm ? first.Format : second.Format,
            List = hasForm ? first.List : second.List,
            KnownValues = hasForm ? first.KnownValues : second.KnownValues,
            MaxItems = first.MaxItems ?? second.MaxItems,
            Default = first.Default ?? second.Default,
            Minimum = first.Minimum ?? second.Minimum,
            Maximum = first.Maximum ?? second.Maximum,
            MaxLength = first.MaxLength ?? second.MaxLength,
            RequiredWhen = first.IsRequired ? null : first.RequiredWhen ?? second.RequiredWhen,
            IsNullable = first.IsNullable || second.IsNullable,
            Needs = first.Needs ?? second.Needs,
            Excludes = first.Excludes ?? second.Excludes,
            IgnoresOrder = first.IgnoresOrder || second.IgnoresOrder,
            Unit = first.Unit ?? second.Unit,
            IsDeprecated = first.IsDeprecated || second.IsDeprecated,
            Description = OrElse(first.Description, second.Description),
            Members = Complete(first.Members, second.Members),
        };
    }

    private static string OrElse(string text, string other) => text.Length > 0 ? text : other;
}
