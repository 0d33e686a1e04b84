namespace Kantata.Runtime;

/// <summary>Writes a value as one segment of a path.</summary>
internal static class PathSegment
{
    /// <exception cref="ArgumentException">The value cannot be one segment: it is empty, or dots that lead elsewhere however they are escaped.</exception>
    public static string Encode(string value, string path) => value switch
    {
        null or "" => throw new ArgumentException($"An empty id was given for the path {path}.", nameof(value)),
        "." or ".." => throw new ArgumentException($"\"{value}\" cannot stand in the path {path}.", nameof(value)),
        _ => Uri.EscapeDataString(value),
    };
}
