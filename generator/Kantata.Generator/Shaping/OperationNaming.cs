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
internal static class OperationNaming
{
    public static MethodName Name(Operation operation, string root, string? overlayName)
    {
        string tail = operation.Path.Length > root.Length ? operation.Path.Substring(root.Length) : "";
        string[] segments = tail.Split(['/'], StringSplitOptions.RemoveEmptyEntries);
        string words = string.Join("_", segments.Where(segment => segment[0] != '{'));
        bool endsWithId = segments.Length > 0 && segments[segments.Length - 1][0] == '{';
        bool isList = operation.Method == "GET" && !endsWithId && operation.Response.Shape == ResponseShape.Collections
            && (words.Length == 0 || IsPaged(operation) || segments[segments.Length - 1] == operation.Response.Collection);
        OperationKind kind = operation.Method switch
        {
            "GET" => isList ? OperationKind.List : OperationKind.Get,
            "DELETE" => OperationKind.Delete,
            "POST" when words.Length == 0 => OperationKind.Create,
            "PUT" or "PATCH" when words.Length == 0 => OperationKind.Update,
            _ => OperationKind.Action,
        };
        if (overlayName is not null)
        {
            return new MethodName(Identifier.Pascal(overlayName), kind);
        }

        string subject = words.Length == 0 ? "" : Identifier.Pascal(words);
        string name = kind switch
        {
            OperationKind.Action => subject,
            OperationKind.Delete when !endsWithId && words.Length == 0 => "DeleteMany",
            OperationKind.Update when !endsWithId => "UpdateMany",
            _ => kind + subject,
        };
        return new MethodName(name, kind);
    }

    /// <summary>The path that a resource's operations share: their common segments before the first parameter.</summary>
    public static string Root(Resource resource)
    {
        string[]? common = null;
        foreach (Operation operation in resource.Operations)
        {
            string[] literals = operation.Path.Split(['/'], StringSplitOptions.RemoveEmptyEntries)
                .TakeWhile(segment => segment[0] != '{')
                .ToArray();
            common = common is null ? literals : [.. common.Take(CommonLength(common, literals))];
        }

        return common is null || common.Length == 0 ? "" : "/" + string.Join("/", common);
    }

    private static bool IsPaged(Operation operation) => operation.Query.Any(parameter => parameter.Name is "page" or "per_page" or "limit");

    private static int CommonLength(string[] left, string[] right)
    {
        int length = 0;
        while (length < left.Length && length < right.Length && left[length] == right[length])
        {
            length++;
        }

        return length;
    }
}
