using System.Text.Json;
using Kantata.Emulator.Behaviour;
using Kantata.Emulator.Requests;
using Kantata.Emulator.Responses;
using Kantata.Emulator.Schema;
using Kantata.Emulator.Store;
using Kantata.Emulator.Values;
using Kantata.Spec.Model;
using Microsoft.AspNetCore.Http;

namespace Kantata.Emulator.Operations;

/// <summary>An operation on the records of one collection.</summary>
internal abstract class CollectionHandler(EmulatedApi api, Operation operation, CollectionSchema collection) : OperationHandler(api, operation, collection.Key)
{
    protected CollectionSchema Collection { get; } = collection;

    protected ActionRule Rule { get; } = api.Rules.FindAction(operation.Key);

    /// <summary>The answer that holds a page of records and what was asked for with them.</summary>
    protected ApiResponse Envelope(ApiRequest request, StoreSnapshot snapshot, IReadOnlyList<EntityRecord> records, int count, Page page)
    {
        EnvelopeWriter envelope = new(new StoreView(Api.Schema, snapshot), Collection, Selected(request));
        return ApiResponse.FromJson(Operation.Response.Status ?? StatusCodes.Status200OK, json => envelope.Write(json, records, count, page));
    }

    /// <summary>The answer that holds all of <paramref name="records"/> and what was asked for with them.</summary>
    protected ApiResponse Envelope(ApiRequest request, StoreSnapshot snapshot, IReadOnlyList<EntityRecord> records) =>
        Envelope(request, snapshot, records, records.Count, Page.Of(records.Count));

    /// <summary>What a request asks for with the records. Names that the operation does not have are ignored, as the server does.</summary>
    protected Selection Selected(ApiRequest request)
    {
        string[] includes = [.. request.List("include").Where(Collection.Associations.ContainsKey).Where(name => Operation.Includes.Any(include => include.Name == name)).Distinct()];
        return new Selection(includes, request.List("optional_fields"));
    }

    /// <exception cref="ApiFault">There is no such record.</exception>
    protected EntityRecord Require(StoreSnapshot snapshot, string id) =>
        snapshot.Find(Collection.Key, id) ?? throw ApiFault.NotFound($"There is no {Collection.Singular} {id}.");

    /// <summary>The ids of the records that a request is about: that in its path, or those that it names.</summary>
    /// <exception cref="ApiFault">It names none.</exception>
    protected string[] RecordIds(ApiRequest request)
    {
        if (Path.HasRecord)
        {
            return [Path.RecordId(request)];
        }

        string field = Rule.Ids ?? "ids";
        string[] ids = request.List(field);
        if (ids.Length == 0)
        {
            ids = [.. FindMember(request.Body, field).AsTexts().SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
        }

        if (ids.Length == 0 && Rule.ReadsCsv && Csv.CsvTable.Find(request) is Csv.CsvTable table)
        {
            ids = [.. table.Rows.Select(row => row.GetValueOrDefault("id")).OfType<string>()];
        }

        return ids.Length > 0 ? [.. ids.Distinct()] : throw ApiFault.Invalid(field, "is required");
    }

    private JsonElement FindMember(JsonElement body, string field) =>
        body.ValueKind != JsonValueKind.Object ? default
        : body.TryGetProperty(field, out JsonElement member) ? member
        : Operation.Body?.Wrapper is string wrapper && body.TryGetProperty(wrapper, out JsonElement wrapped) ? FindMember(wrapped, field)
        : default;
}
