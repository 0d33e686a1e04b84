using System.Text.Json;
using Kantata.Emulator.Responses;
using Kantata.Emulator.Schema;
using Kantata.Emulator.Store;
using Kantata.Emulator.Values;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Operations;

/// <summary>Removes the record in the path, or those whose <c>ids</c> come in the query or in the body: all of them or none.</summary>
internal sealed class DeleteHandler(EmulatedApi api, Operation operation, CollectionSchema collection, string? idParameter)
    : CollectionHandler(api, operation, collection)
{
    public override ApiResponse Handle(ApiRequest request)
    {
        string[] ids = idParameter is null ? ReadIds(request) : [request.PathArguments[idParameter]];
        Api.Store.Change(edit =>
        {
            foreach (EntityRecord record in ids.Select(id => Require(edit.Snapshot, id)).ToArray())
            {
                edit.Remove(Collection.Key, record.Id);
            }

            return ids.Length;
        });
        return Operation.Response.Shape is ResponseShape.Empty or ResponseShape.Unknown
            ? ApiResponse.NoContent
            : SampleDocument.Write(Operation.Response, new Dictionary<string, JsonElement>
            {
                ["deleted"] = JsonValues.OfArray(ids.Select(id => decimal.TryParse(id, out decimal number) ? JsonValues.Of(number) : JsonValues.Of(id))),
                ["success"] = JsonValues.Of($"Deleted {Collection.Singular} {string.Join(", ", ids)}."),
            });
    }

    private static string[] ReadIds(ApiRequest request)
    {
        string[] ids = request.List("ids");
        if (ids.Length == 0 && request.Body.ValueKind == JsonValueKind.Object && request.Body.TryGetProperty("ids"u8, out JsonElement body))
        {
            ids = [.. body.AsTexts().SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
        }

        return ids.Length > 0 ? [.. ids.Distinct()] : throw ApiFault.Invalid("ids", "is required");
    }
}
