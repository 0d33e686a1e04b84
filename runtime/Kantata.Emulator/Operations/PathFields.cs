using Kantata.Emulator.Schema;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Operations;

/// <summary>Names what the parameters in a path hold.</summary>
internal static class PathFields
{
    /// <summary>
    /// The field that holds the value of a path parameter: its own name where that says whose id it is, else the name of what the
    /// path has before it (<c>/workspaces/{id}/invite</c> → <c>workspace_id</c>).
    /// </summary>
    public static string FieldOf(ApiSchema schema, Operation operation, string parameter)
    {
        if (parameter != "id")
        {
            return parameter;
        }

        string[] segments = operation.Path.Split('/');
        return schema[segments[Array.IndexOf(segments, "{id}") - 1]].Singular + "_id";
    }
}
