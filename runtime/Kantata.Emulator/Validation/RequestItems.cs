using System.Text.Json;
using Kantata.Emulator.Responses;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Validation;

/// <summary>Takes the records out of the body that wraps them.</summary>
internal sealed class RequestItems(RequestBody published)
{
    /// <summary>Reads the plain or the bulk form.</summary>
    /// <exception cref="ApiFault">It is neither, or holds more than the documents allow.</exception>
    public IReadOnlyList<RequestItem> Read(JsonElement body)
    {
        if (published.Bulk is not { } bulk || Member(body, bulk.Key) is not { ValueKind: not JsonValueKind.Undefined } many)
        {
            return [ReadOne(body)];
        }

        if (many.ValueKind != JsonValueKind.Array || many.GetArrayLength() == 0)
        {
            throw ApiFault.Invalid(bulk.Key, "must be an array that is not empty");
        }

        if (many.GetArrayLength() > bulk.MaxItems)
        {
            throw ApiFault.Invalid(bulk.Key, $"may hold {bulk.MaxItems} at most and holds {many.GetArrayLength()}");
        }

        return [.. many.EnumerateArray().Select((item, index) => RequireObject(item, $"{bulk.Key}[{index}]")).Select((item, index) => new RequestItem($"{bulk.Key}[{index}]", item))];
    }

    /// <summary>Reads the plain form.</summary>
    /// <exception cref="ApiFault">It is not there.</exception>
    public RequestItem ReadOne(JsonElement body)
    {
        JsonElement fields = published.Wrapper is string wrapper ? Member(body, wrapper) : body;
        return new RequestItem("", RequireObject(fields, published.Wrapper ?? "body"));
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
