using Kantata.Emulator.Behaviour;
using Kantata.Emulator.Schema;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Operations;

/// <summary>Decides by method, path and form of the response what an operation does.</summary>
internal static class OperationHandlers
{
    public static OperationHandler Create(EmulatedApi api, Operation operation)
    {
        ActionRule rule = api.Rules.FindAction(operation.Key);
        // A response without records is about the collection that the path names, as far as it names one.
        string? key = rule.Collection ?? operation.Response.Collection ?? PathFields.CollectionOf(api.Schema, operation.Path);
        if (key is null || api.Schema.Find(key) is not CollectionSchema collection)
        {
            return new SampleHandler(api, operation, collection: null);
        }

        PathFields path = new(api.Schema, operation, key);
        bool answersRecords = operation.Response.Collection is not null;
        return operation.Method switch
        {
            "GET" when operation.Response.Shape == ResponseShape.File => new ExportHandler(api, operation, collection),
            "GET" when path.HasRecord && path.IsPlain && (answersRecords || operation.Response.Shape == ResponseShape.Map) => new ReadHandler(api, operation, collection),
            "GET" when answersRecords && IsList(operation, path, key) => new ListHandler(api, operation, collection),
            "GET" when answersRecords => new ReadHandler(api, operation, collection),
            "DELETE" when path.IsPlain && (path.HasRecord || path.Last == key) => new DeleteHandler(api, operation, collection),
            "POST" or "PUT" or "PATCH" or "DELETE" when path.HasRecord || rule.Ids is not null => new UpdateHandler(api, operation, collection),
            "POST" or "PUT" when answersRecords => new CreateHandler(api, operation, collection),
            _ => new SampleHandler(api, operation, key),
        };
    }

    // /users/me has no pages; the rows of a rate card table have none either, but a path that says whose they are.
    private static bool IsList(Operation operation, PathFields path, string key) =>
        path.Last == key || path.HasParents || operation.Query.Any(parameter => parameter.Name is "page" or "limit");
}
