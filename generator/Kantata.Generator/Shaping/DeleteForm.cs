using Kantata.Spec.Collections;
using Kantata.Spec.Model;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Generator.Shaping;

/// <summary>How an operation deletes many at once: by nothing but a list of their ids.</summary>
/// <param name="Ids">The list.</param>
/// <param name="InQuery">Whether it stands in the query and not in the body.</param>
/// <param name="AnswerKey">The member of the answer that lists the ids of what was deleted; null where the answer says nothing.</param>
internal sealed record DeleteForm(Value Ids, bool InQuery, string? AnswerKey)
{
    /// <summary>The form of an operation; null where it does something else.</summary>
    public static DeleteForm? Find(Operation operation)
    {
        if (operation.Method != "DELETE" || operation.Path.EndsWith("}", StringComparison.Ordinal) || !operation.Includes.IsEmpty || !operation.OptionalFields.IsEmpty)
        {
            return null;
        }

        Value? inBody = IdsAlone(operation.Body?.Fields ?? default);
        Value? ids = inBody is null ? IdsAlone(QueryShaper.Filters(operation).ToEquatableArray()) : QueryShaper.Filters(operation).Any() ? null : inBody;
        return (ids, operation.Response) switch
        {
            (null, _) => null,
            (_, { Shape: ResponseShape.Empty }) => new(ids, inBody is null, null),
            (_, { Shape: ResponseShape.Object, Fields: [{ Type: ValueType.Array, Items: ValueType.Integer or ValueType.String } answered] }) => new(ids, inBody is null, answered.Name),
            _ => null,
        };
    }

    private static Value? IdsAlone(EquatableArray<Value> values) => values is [{ Name: "ids", List: ListKind.Ids } ids] ? ids : null;
}
