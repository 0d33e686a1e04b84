using Kantata.Emulator.Schema;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Operations;

/// <summary>Decides by method, path and form of the response what an operation does.</summary>
internal static class OperationHandlers
{
    public static OperationHandler Create(EmulatedApi api, Operation operation)
    {
        string[] segments = operation.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        string? idParameter = segments[^1] is ['{', .. string last, '}'] ? last : null;
        if (operation.Method == "DELETE")
        {
            // A delete answers with no collection: the path says what it deletes from.
            string owner = idParameter is null ? segments[^1] : segments[^2];
            return api.Schema.Find(owner) is { } deleted
                ? new DeleteHandler(api, operation, deleted, idParameter)
                : new NotEmulatedHandler(api, operation);
        }

        if (operation.Response.Collection is not string key)
        {
            return new SampleHandler(api, operation);
        }

        CollectionSchema collection = api.Schema[key];
        bool hasBody = operation.Body is { ContentType: "application/json", Wrapper: not null };
        bool isAction = idParameter is null && segments is [.., ['{', ..], _];
        return operation.Method switch
        {
            "GET" when idParameter is not null => new ReadHandler(api, operation, collection, idParameter),
            "GET" when segments[^1] == key || segments is [.., ['{', ..], _] => new ListHandler(api, operation, collection),
            "POST" when hasBody => new CreateHandler(api, operation, collection),
            "PUT" when idParameter is not null => new UpdateHandler(api, operation, collection, idParameter),
            "PUT" when isAction && (api.Rules.Actions.ContainsKey(operation.Key) || operation.Body?.Wrapper == collection.Singular) =>
                new UpdateHandler(api, operation, collection, segments[^2][1..^1]),
            _ => new NotEmulatedHandler(api, operation),
        };
    }
}
