using Kantata.Emulator.Responses;
using Kantata.Emulator.Schema;
using Kantata.Emulator.Store;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Operations;

/// <summary>Answers with one record.</summary>
internal sealed class ReadHandler(EmulatedApi api, Operation operation, CollectionSchema collection, string idParameter)
    : CollectionHandler(api, operation, collection)
{
    public override ApiResponse Handle(ApiRequest request)
    {
        StoreSnapshot snapshot = Api.Store.Current;
        return Envelope(request, snapshot, [Require(snapshot, request.PathArguments[idParameter])]);
    }
}
