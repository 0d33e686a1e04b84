using System.Text.Json;
using Kantata.Emulator.Operations;
using Kantata.Emulator.Requests;
using Kantata.Emulator.Responses;
using Kantata.Emulator.Schema;
using Kantata.Emulator.Store;
using Kantata.Emulator.Values;
using Kantata.Spec.Model;
using Microsoft.AspNetCore.Http;

namespace Kantata.Emulator.Validation;

/// <summary>Checks the records of a request against everything that the documents say of them.</summary>
internal sealed class BodyValidator(EmulatedApi api, CollectionSchema collection)
{
    /// <summary>Checks all items and reports everything that is wrong at once.</summary>
    /// <param name="items">What was sent.</param>
    /// <param name="snapshot">What the items may refer to.</param>
    /// <param name="existing">The record that is changed, whose fields count where the item has none; null for new ones.</param>
    /// <exception cref="ApiFault">Something is wrong.</exception>
    public void Check(IReadOnlyList<RequestItem> items, StoreSnapshot snapshot, EntityRecord? existing)
    {
        List<ApiError> errors = [];
        StoreView view = new(api.Schema, snapshot);
        foreach (RequestItem item in items)
        {
            Siblings siblings = new(item.Json, name => existing is null ? default : view.Field(collection, existing, name));
            CheckFields(item, siblings, snapshot, errors);
        }

        if (errors.Count > 0)
        {
            throw new ApiFault(StatusCodes.Status422UnprocessableEntity, errors);
        }
    }

    private void CheckFields(RequestItem item, Siblings siblings, StoreSnapshot snapshot, List<ApiError> errors)
    {
        HashSet<string> groups = [];
        foreach (Value field in item.Fields)
        {
            JsonElement value = siblings.Sent(field.Name);
            string path = item.PathOf(field.Name);
            // An update that leaves a field out keeps it; one that sets it to null takes it away.
            if (!Conditions.IsGiven(value.ValueKind == JsonValueKind.Undefined ? siblings[field.Name] : value)
                && MissingFault(field, siblings, groups) is string missing)
            {
                errors.Add(new ApiError(ApiErrorTypes.Validation, $"{path} {missing}", path));
            }
            else if (value.IsMissing())
            {
                continue;
            }
            else if (ValueCheck.Find(field, value) is string fault)
            {
                errors.Add(new ApiError(ApiErrorTypes.Validation, $"{path} {fault}", path));
            }
            else
            {
                CheckMembers(field, value, path, snapshot, errors);
                CheckReferences(field, value, path, snapshot, errors);
            }
        }
    }

    private static string? MissingFault(Value field, Siblings siblings, HashSet<string> groups)
    {
        if (field.IsRequired)
        {
            return "is required";
        }

        if (field.RequiredWhen is not { } condition || !Conditions.Hold(condition, siblings))
        {
            return null;
        }

        if (condition.Kind != ConditionKind.AtLeastOneOf)
        {
            return "is required when " + Conditions.Describe(condition);
        }

        // Each field of the group has the condition; one error for the group is enough.
        string[] group = [.. condition.Fields.Append(field.Name).Distinct().Order(StringComparer.Ordinal)];
        return groups.Add(string.Join(',', group)) ? $"or another one of {string.Join(", ", group)} is required" : null;
    }

    private void CheckMembers(Value field, JsonElement value, string path, StoreSnapshot snapshot, List<ApiError> errors)
    {
        if (field.Members.IsEmpty)
        {
            return;
        }

        IEnumerable<RequestItem> items = value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Select((item, index) => new RequestItem($"{path}[{index}]", item, field.Members))
            : field.Type == ValueType.Map && value.ValueKind == JsonValueKind.Object ? value.EnumerateObject().Select(member => new RequestItem($"{path}.{member.Name}", member.Value, field.Members))
            : [new RequestItem(path, value, field.Members)];
        foreach (RequestItem item in items)
        {
            if (item.Json.ValueKind == JsonValueKind.Object)
            {
                CheckFields(item, new Siblings(item.Json, _ => default), snapshot, errors);
            }
            else
            {
                errors.Add(new ApiError(ApiErrorTypes.Validation, item.Path + " must be an object", item.Path));
            }
        }
    }

    private void CheckReferences(Value field, JsonElement value, string path, StoreSnapshot snapshot, List<ApiError> errors)
    {
        if (api.AllowUnknownReferences || api.Schema.TargetOf(collection, field.Name) is not string target)
        {
            return;
        }

        foreach (string id in value.AsTexts().Where(id => snapshot.Find(target, id) is null))
        {
            errors.Add(new ApiError(ApiErrorTypes.Validation, $"{path} names {api.Schema[target].Singular} {id}, which does not exist", path));
        }
    }
}
