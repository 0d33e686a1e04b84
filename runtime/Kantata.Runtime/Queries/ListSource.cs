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
}
