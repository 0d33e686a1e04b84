using Kantata.Emulator.Requests;
using Kantata.Emulator.Responses;
using Kantata.Emulator.Schema;
using Kantata.Emulator.Store;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Operations;

/// <summary>
/// Answers with one record: the one in the path or, where that names none as in <c>/users/me</c>, the first one. A response that is
/// no envelope holds the record alone, under its id.
/// </summary>
internal sealed class ReadHandler(EmulatedApi api, Operation operation, CollectionSchema collection) : CollectionHandler(api, operation, collection)
{
    protected override ApiResponse Answer(ApiRequest request)
    {
        StoreSnapshot snapshot = Api.Store.Current;
        EntityRecord record = Path.HasRecord
            ? Require(snapshot, Path.RecordId(request))
            : snapshot.All(Collection.Key).FirstOrDefault() ?? throw ApiFault.NotFound($"There is no {Collection.Singular}.");
        return Operation.Response.Shape == ResponseShape.Map ? Map(request, snapshot, record) : Envelope(request, snapshot, [record]);
    }

    private ApiResponse Map(ApiRequest request, StoreSnapshot snapshot, EntityRecord record)
    {
        EntityWriter entities = new(new StoreView(Api.Schema, snapshot));
        return ApiResponse.FromJson(Operation.Response.Status ?? 200, json =>
        {
            json.WriteStartObject();
            json.WritePropertyName(record.Id);
            entities.Write(json, Collection, record, Selected(request));
            json.WriteEndObject();
        });
    }
}
