using System.Globalization;
using System.Text.Json;
using Kantata.Emulator.Requests;
using Kantata.Emulator.Responses;
using Kantata.Emulator.Schema;
using Kantata.Emulator.Store;
using Kantata.Emulator.Values;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Operations;

/// <summary>Removes the record in the path, or those whose <c>ids</c> come in the query or in the body: all of them or none.</summary>
internal sealed class DeleteHandler(EmulatedApi api, Operation operation, CollectionSchema collection) : CollectionHandler(api, operation, collection)
{
    protected override ApiResponse Answer(ApiRequest request)
    {
        string[] ids = RecordIds(request);
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
                ["deleted"] = JsonValues.OfArray(ids.Select(id => decimal.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out decimal number) ? JsonValues.Of(number) : JsonValues.Of(id))),
                ["success"] = JsonValues.Of($"Deleted {Collection.Singular} {string.Join(", ", ids)}."),
            });
    }
}
