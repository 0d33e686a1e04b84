using System.Text.Json;
using Kantata.Emulator.Behaviour;
using Kantata.Emulator.Csv;
using Kantata.Emulator.Responses;
using Kantata.Emulator.Schema;
using Kantata.Emulator.Values;
using Kantata.Spec.Collections;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Requests;

/// <summary>
/// Takes the records out of a request: out of the member that wraps one or many of them, out of a body without one, out of the
/// rows of a table or, where an operation has no body, out of its query.
/// </summary>
internal sealed class RequestItems
{
    private static readonly string[] s_noFields = ["page", "per_page", "limit", "offset", "only", "search"];

    private readonly CollectionSchema _collection;
    private readonly ActionRule _rule;
    private readonly RequestBody? _body;
    private readonly EquatableArray<Value> _fields;
    private readonly Value? _array;

    public RequestItems(Operation operation, CollectionSchema collection, ActionRule rule)
    {
        _collection = collection;
        _rule = rule;
        _body = operation.Body;
        // What names the records is no field of them.
        _fields = (operation.Body?.Fields ?? operation.Query.Where(parameter => !s_noFields.Contains(parameter.Name)).ToEquatableArray())
            .Where(field => field.Name != rule.Ids && field.Name != rule.Splits?.At)
            .ToEquatableArray();
        // { "exchange_rates": [ … ] } has no plain form: the array is the body's one field.
        _array = operation.Body is { Wrapper: null } body ? body.Fields.FirstOrDefault(field => field.Name == collection.Key && field.Type == ValueType.Array) : null;
    }

    /// <summary>Whether a request has something to say of a record.</summary>
    public bool IsEmpty => _fields.IsEmpty && !_rule.ReadsCsv;

    /// <summary>Reads one or many.</summary>
    /// <exception cref="ApiFault">The request holds none, or more than the documents allow.</exception>
    public IReadOnlyList<RequestItem> Read(ApiRequest request)
    {
        // A table wins over an array that could have come instead.
        if (_rule.ReadsCsv && CsvTable.Find(request) is CsvTable table && (table.Rows.Count > 0 || _array is null))
        {
            return [.. table.Rows.Select(ReadRow)];
        }

        if (_rule.ReadsCsv && _array is null)
        {
            throw ApiFault.Invalid(CsvTable.Parameter, "is required");
        }

        JsonElement body = ReadBody(request);
        (string Key, EquatableArray<Value> Fields, int? MaxItems)? bulk =
            _array is not null ? (_array.Name, _array.Members, _array.MaxItems)
            : _body?.Bulk is { } form ? (form.Key, _fields, form.MaxItems)
            : null;
        return bulk is { } many && (_array is not null || Member(body, many.Key).ValueKind != JsonValueKind.Undefined)
            ? ReadMany(Member(body, many.Key), many.Key, many.Fields, many.MaxItems)
            : [ReadOne(body)];
    }

    /// <summary>Reads the one that a request about one record holds.</summary>
    /// <exception cref="ApiFault">It is not there.</exception>
    public RequestItem ReadOne(ApiRequest request) => ReadOne(ReadBody(request));

    private RequestItem ReadOne(JsonElement body)
    {
        JsonElement fields = _body?.Wrapper is string wrapper ? Member(body, wrapper) : body;
        return new RequestItem("", RequireObject(fields, _body?.Wrapper ?? "body"), _fields);
    }

    private static IReadOnlyList<RequestItem> ReadMany(JsonElement items, string key, EquatableArray<Value> fields, int? maxItems)
    {
        if (items.ValueKind != JsonValueKind.Array || items.GetArrayLength() == 0)
        {
            throw ApiFault.Invalid(key, "must be an array that is not empty");
        }

        if (items.GetArrayLength() > maxItems)
        {
            throw ApiFault.Invalid(key, $"may hold {maxItems} at most and holds {items.GetArrayLength()}");
        }

        return [.. items.EnumerateArray().Select((item, index) => new RequestItem($"{key}[{index}]", RequireObject(item, $"{key}[{index}]"), fields))];
    }

    private JsonElement ReadBody(ApiRequest request)
    {
        if (_body is null)
        {
            return TypedTexts.Type(_fields, request.Query
                .Where(parameter => _fields.Any(field => field.Name == parameter.Key))
                .Select(parameter => KeyValuePair.Create(parameter.Key, JsonValues.Of(parameter.Value))));
        }

        if (!request.IsForm)
        {
            return request.Body;
        }

        EquatableArray<Value> fields = _body.Wrapper is string wrapper
            ? EquatableArray.Of(new Value { Name = wrapper, Type = ValueType.Object, Members = _fields })
            : _fields;
        return TypedTexts.Type(fields, request.Body.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, member.Value)));
    }

    // A row says of a record what a response says of it, under headings for people: "Story ID" is story_id.
    private RequestItem ReadRow(IReadOnlyDictionary<string, string> row, int index)
    {
        EquatableArray<Value> fields = _collection.Fields.ToEquatableArray();
        IEnumerable<KeyValuePair<string, JsonElement>> members = row
            .Where(cell => cell.Value.Length > 0)
            .Select(cell => KeyValuePair.Create(_rule.Fields.GetValueOrDefault(cell.Key, cell.Key), JsonValues.Of(cell.Value)));
        // The line of a row counts from 1, after that of the headings.
        return new RequestItem($"line {index + 2}", TypedTexts.Type(fields, members), fields);
    }

    private static JsonElement Member(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out JsonElement member) ? member : default;

    private static JsonElement RequireObject(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Object => value,
        JsonValueKind.Undefined or JsonValueKind.Null => throw ApiFault.Invalid(path, "is required"),
        _ => throw ApiFault.Invalid(path, "must be an object"),
    };
}
