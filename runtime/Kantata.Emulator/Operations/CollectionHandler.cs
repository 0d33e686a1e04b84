using Kantata.Emulator.Responses;
using Kantata.Emulator.Schema;
using Kantata.Emulator.Store;
using Kantata.Spec.Model;
using Microsoft.AspNetCore.Http;

namespace Kantata.Emulator.Operations;

/// <summary>An operation on the records of one collection.</summary>
internal abstract class CollectionHandler(EmulatedApi api, Operation operation, CollectionSchema collection) : OperationHandler(api, operation)
{
    protected CollectionSchema Collection { get; } = collection;

    /// <summary>The answer that holds a page of records and what was asked for with them.</summary>
    protected ApiResponse Envelope(ApiRequest request, StoreSnapshot snapshot, IReadOnlyList<EntityRecord> records, int count, Page page)
    {
        // Names that the operation does not have are ignored, as the server does.
        string[] includes = [.. request.List("include").Where(Collection.Associations.ContainsKey).Where(name => Operation.Includes.Any(include => include.Name == name)).Distinct()];
        Selection selection = new(includes, request.List("optional_fields"));
        EnvelopeWriter envelope = new(new StoreView(Api.Schema, snapshot), Collection, selection);
        return ApiResponse.FromJson(Operation.Response.Status ?? StatusCodes.Status200OK, json => envelope.Write(json, records, count, page));
    }

    /// <summary>The answer that holds all of <paramref name="records"/> and what was asked for with them.</summary>
    protected ApiResponse Envelope(ApiRequest request, StoreSnapshot snapshot, IReadOnlyList<EntityRecord> records) =>
        Envelope(request, snapshot, records, records.Count, Page.Of(records.Count));

    /// <exception cref="ApiFault">There is no such record.</exception>
    protected EntityRecord Require(StoreSnapshot snapshot, string id) =>
        snapshot.Find(Collection.Key, id) ?? throw ApiFault.NotFound($"There is no {Collection.Singular} {id}.");
}
