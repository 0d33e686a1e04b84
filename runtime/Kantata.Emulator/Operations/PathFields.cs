using Kantata.Emulator.Requests;
using Kantata.Emulator.Responses;
using Kantata.Emulator.Schema;
using Kantata.Emulator.Store;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Operations;

/// <summary>Names what a path holds: the collection that it is about, the record in it, and the records that this one belongs to.</summary>
internal sealed class PathFields
{
    private readonly ApiSchema _schema;
    private readonly string[] _segments;
    private readonly string? _recordParameter;

    /// <param name="schema">The collections.</param>
    /// <param name="operation">The operation whose path it is.</param>
    /// <param name="collection">What the operation is about; null where no document says.</param>
    public PathFields(ApiSchema schema, Operation operation, string? collection)
    {
        _schema = schema;
        Collection = collection;
        _segments = operation.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        int index = Array.FindLastIndex(_segments, IsParameter);
        _recordParameter = index > 0 && _segments[index - 1] == collection ? Parameter(_segments[index]) : null;
    }

    /// <summary>What the operation is about; null where no document says.</summary>
    public string? Collection { get; }

    /// <summary>Whether the path names one record.</summary>
    public bool HasRecord => _recordParameter is not null;

    /// <summary>Whether the path is that of the collection or of one of its records, with nothing behind it.</summary>
    public bool IsPlain => _recordParameter is null || IsParameter(_segments[^1]);

    /// <summary>The last word of the path.</summary>
    public string Last => _segments[^1];

    /// <summary>Whether the path names another record before the collection.</summary>
    public bool HasParents => _segments.Any(segment => IsParameter(segment) && Parameter(segment) != _recordParameter);

    /// <summary>The collection that a path is about, as far as it alone can tell; null where it names none.</summary>
    public static string? CollectionOf(ApiSchema schema, string path) =>
        path.Split('/').LastOrDefault(segment => schema.Find(segment) is not null);

    /// <summary>
    /// The id of the record in the path. Where the last parameter is the id of something else, the record's id is made of all of
    /// them: the row of a rate card table is that of a version and a role.
    /// </summary>
    public string RecordId(ApiRequest request)
    {
        string parameter = _recordParameter!;
        string collection = _segments[Array.FindLastIndex(_segments, IsParameter) - 1];
        return parameter == "id" || parameter == _schema[collection].Singular + "_id"
            ? request.PathArguments[parameter]
            : string.Join(':', _segments.Where(IsParameter).Select(segment => request.PathArguments[Parameter(segment)]));
    }

    /// <summary>The fields of a record that the path gives their values, besides its id.</summary>
    public IEnumerable<KeyValuePair<string, string>> ParentFields(ApiRequest request) => _segments
        .Where(segment => IsParameter(segment) && !(Parameter(segment) == _recordParameter && RecordId(request) == request.PathArguments[_recordParameter]))
        .Select(segment => KeyValuePair.Create(FieldOf(segment), request.PathArguments[Parameter(segment)]));

    /// <summary>Makes sure that the records exist to which those of the operation belong.</summary>
    /// <exception cref="ApiFault">One does not.</exception>
    public void RequireParents(ApiRequest request, StoreSnapshot snapshot)
    {
        for (int index = 1; index < _segments.Length; index++)
        {
            if (IsParameter(_segments[index])
                && Parameter(_segments[index]) is string parameter
                && parameter != _recordParameter
                && _schema.Find(_segments[index - 1]) is CollectionSchema parents
                && snapshot.Find(parents.Key, request.PathArguments[parameter]) is null)
            {
                throw ApiFault.NotFound($"There is no {parents.Singular} {request.PathArguments[parameter]}.");
            }
        }
    }

    // A parameter's own name, where that says whose id it is, else the name of what the path has before it:
    // /workspaces/{id}/invite → workspace_id.
    private string FieldOf(string segment) =>
        segment != "{id}" ? Parameter(segment) : _schema[_segments[Array.IndexOf(_segments, segment) - 1]].Singular + "_id";

    private static bool IsParameter(string segment) => segment is ['{', .., '}'];

    private static string Parameter(string segment) => segment[1..^1];
}
