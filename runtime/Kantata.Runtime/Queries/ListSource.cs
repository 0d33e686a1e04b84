using System.ComponentModel;

namespace Kantata.Runtime;

/// <summary>Where a list comes from: a connection, an operation and the path that its arguments give.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ListSource
{
    internal ListSource(KantataConnection connection, Operation operation, string path)
    {
        Connection = connection;
        Operation = operation;
        Path = path;
    }

    internal KantataConnection Connection { get; }

    internal Operation Operation { get; }

    internal string Path { get; }

    /// <summary>The call that asks for a part of the list.</summary>
    /// <param name="parameters">What decides which records are in the list, and what comes with them.</param>
    /// <param name="place">The parameter that tells where the part begins.</param>
    /// <param name="from">Where it begins.</param>
    /// <param name="size">The parameter that tells how long it is.</param>
    /// <param name="count">How many records it has.</param>
    internal ApiCall Call(QueryParameters parameters, string place, int from, string size, int count)
    {
        QueryText query = new();
        parameters.WriteTo(ref query, except: "per_page");
        query.Add(place, from);
        query.Add(size, count);
        return new ApiCall(Operation.Method, Path, query.ToText()) { Operation = Operation };
    }
}
