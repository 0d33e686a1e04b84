using System.Text;
using Kantata.Emulator.Csv;
using Kantata.Emulator.Requests;
using Kantata.Emulator.Responses;
using Kantata.Emulator.Schema;
using Kantata.Emulator.Store;
using Kantata.Emulator.Values;
using Kantata.Spec.Model;
using Microsoft.AspNetCore.Http;

namespace Kantata.Emulator.Operations;

/// <summary>Answers with the records of a collection as a CSV file: a line for each, with its id and the fields that hold one value.</summary>
internal sealed class ExportHandler(EmulatedApi api, Operation operation, CollectionSchema collection) : CollectionHandler(api, operation, collection)
{
    protected override ApiResponse Answer(ApiRequest request)
    {
        StoreView view = new(Api.Schema, Api.Store.Current);
        string[] fields = ["id", .. Collection.Fields.Where(field => field.Name != "id" && field.Type is ValueType.String or ValueType.Integer or ValueType.Number or ValueType.Boolean).Select(field => field.Name)];
        StringBuilder text = new();
        CsvText.Write(text, fields);
        foreach (EntityRecord record in view.Snapshot.All(Collection.Key))
        {
            CsvText.Write(text, fields.Select(field => view.Field(Collection, record, field).AsText() ?? ""));
        }

        return new ApiResponse(Operation.Response.Status ?? StatusCodes.Status200OK, Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8");
    }
}
