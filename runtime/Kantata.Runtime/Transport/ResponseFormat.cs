using System.ComponentModel;
using System.Text;

namespace Kantata.Runtime;

/// <summary>What an envelope may hold: which collection is asked for, and which may come along.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ResponseFormat
{
    /// <summary>Describes an envelope.</summary>
    /// <param name="key">The collection that is asked for.</param>
    /// <param name="collections">Every collection that may be there, that one among them.</param>
    public ResponseFormat(string key, params ResponseCollection[] collections)
    {
        Key = key;
        Collections = collections;
        StartOfReference = Encoding.UTF8.GetBytes($"{{\"key\":\"{key}\",\"id\":");
    }

    internal string Key { get; }

    internal ResponseCollection[] Collections { get; }

    /// <summary>How a reference to an object that is asked for begins, up to the id.</summary>
    internal byte[] StartOfReference { get; }

    internal int IndexOf(string key)
    {
        for (int i = 0; i < Collections.Length; i++)
        {
            if (Collections[i].Key == key)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The collection with this key, or -1.</summary>
    internal int IndexOf(ReadOnlySpan<byte> key)
    {
        for (int i = 0; i < Collections.Length; i++)
        {
            if (key.SequenceEqual(Collections[i].Utf8Key))
            {
                return i;
            }
        }

        return -1;
    }
}
