using Kantata.Spec;
using Kantata.Spec.Model;

namespace Kantata.Generator.Shaping;

/// <summary>What an operation does, as far as its method's form depends on it.</summary>
internal enum OperationKind
{
    /// <summary>Answers pages of entities.</summary>
    List,

    /// <summary>Reads something else.</summary>
    Get,

    /// <summary>Adds to the resource's collection.</summary>
    Create,

    /// <summary>Changes one object.</summary>
    Update,

    /// <summary>Removes.</summary>
    Delete,

    /// <summary>Does something with a name of its own.</summary>
    Action,
}

/// <summary>A method's name without <c>Async</c>, and the kind that decides its form.</summary>
internal sealed record MethodName(string Name, OperationKind Kind);

/// <summary>
/// The one rule that names methods. What follows the resource's own path says it: nothing is <c>List</c> or <c>Create</c>, an id is
/// <c>Get</c>, <c>Update</c> or <c>Delete</c>, and words are the name of an action or, after <c>Get</c>, <c>List</c> or
/// <c>Delete</c>, of what it is about. The overlay names what the rule gets wrong.
/// </summary>
internal sealed class OperationNaming
{
    private readonly string[] _root;
    private readonly bool _readsById;
    private readonly Func<string, string?> _findOverlayName;

    /// <param name="resource">The resource whose operations are named.</param>
    /// <param name="findOverlayName">What the overlay calls an operation, by its key; null where it says nothing.</param>
    public OperationNaming(Resource resource, Func<string, string?> findOverlayName)
    {
        _findOverlayName = findOverlayName;
        _root = Root(resource);
        _readsById = resource.Operations.Any(operation => operation.Method == "GET" && IsById(Tail(operation)));
    }

    public MethodName Name(Operation operation)
    {
        string[] tail = Tail(operation);
        string words = string.Join("_", tail.Where(segment => !IsParameter(segment)));
        bool isById = IsById(tail);
        OperationKind kind = operation.Method switch
        {
            "GET" => IsList(operation, isById) ? OperationKind.List : OperationKind.Get,
            "DELETE" => OperationKind.Delete,
            "POST" when words.Length == 0 => OperationKind.Create,
            "PUT" or "PATCH" when words.Length == 0 => OperationKind.Update,
            _ => OperationKind.Action,
        };
        string name = _findOverlayName(operation.Key) ?? kind switch
        {
            OperationKind.Action => words,
            OperationKind.Delete when !isById && words.Length == 0 => "delete_many",
            OperationKind.Update when !isById => "update_many",
            OperationKind.Get when !isById && words.Length == 0 && (_readsById || operation.Response.Shape == ResponseShape.Array) => "list",
            _ => kind + "_" + words,
        };
        return new MethodName(Identifier.Pascal(name), kind);
    }

    private static bool IsList(Operation operation, bool isById) =>
        !isById && operation.Response is { Shape: ResponseShape.Collections, Collection: { } collection }
            && EnglishNoun.Singular(collection) != collection
            && (IsPaged(operation) || operation.Path.EndsWith("/" + operation.Response.Collection, StringComparison.Ordinal));

    private static bool IsPaged(Operation operation) => operation.Query.Any(parameter => parameter.Name is "page" or "per_page" or "limit");

    private static bool IsById(string[] tail) => tail.Length > 0 && IsParameter(tail[tail.Length - 1]);

    private static bool IsParameter(string segment) => segment[0] == '{';

    private static string[] Segments(Operation operation) => operation.Path.Split(['/'], StringSplitOptions.RemoveEmptyEntries);

    private string[] Tail(Operation operation) => [.. Segments(operation).Skip(_root.Length)];

    /// <summary>The segments with which all paths of a resource begin, up to the last one that is a word.</summary>
    private static string[] Root(Resource resource)
    {
        string[]? common = null;
        foreach (Operation operation in resource.Operations)
        {
            string[] segments = Segments(operation);
            int length = 0;
            while (common is not null && length < common.Length && length < segments.Length && common[length] == segments[length])
            {
                length++;
            }

            common = common is null ? segments : [.. common.Take(length)];
        }

        int end = common?.Length ?? 0;
        while (end > 0 && IsParameter(common![end - 1]))
        {
            end--;
        }

        return [.. (common ?? []).Take(end)];
    }
}
