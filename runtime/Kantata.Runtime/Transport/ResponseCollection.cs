using System.ComponentModel;
using System.Text;

namespace Kantata.Runtime;

/// <summary>A collection that a response may hold.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ResponseCollection
{
    /// <summary>Describes a collection.</summary>
    /// <param name="key">The member that holds it.</param>
    /// <param name="shape">What its objects are like.</param>
    /// <param name="otherShapes">What associations take its objects for besides, where entities of several types share it.</param>
    public ResponseCollection(string key, ObjectShape shape, params ObjectShape[] otherShapes)
    {
        Key = key;
        Shape = shape;
        OtherShapes = otherShapes;
        Utf8Key = Encoding.UTF8.GetBytes(key);
    }

    internal string Key { get; }

    internal byte[] Utf8Key { get; }

    internal ObjectShape Shape { get; }

    internal ObjectShape[] OtherShapes { get; }

    internal bool IsShared => OtherShapes.Length > 0;
}
