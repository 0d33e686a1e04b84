using System.Diagnostics.CodeAnalysis;

namespace Kantata.Emulator.Routing;

/// <summary>A method and the segments of a path, some of which are parameters.</summary>
internal sealed class Route
{
    private readonly string _method;
    private readonly string[] _segments;

    public Route(string method, string path)
    {
        _method = method;
        _segments = Split(path);
        ParameterCount = _segments.Count(IsParameter);
    }

    /// <summary>How many segments are parameters: of two routes that match, the one with fewer is meant.</summary>
    public int ParameterCount { get; }

    public static string[] Split(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    public bool TryMatch(string method, string[] segments, [NotNullWhen(true)] out IReadOnlyDictionary<string, string>? arguments)
    {
        arguments = null;
        if (method != _method || segments.Length != _segments.Length)
        {
            return false;
        }

        Dictionary<string, string> found = new(StringComparer.Ordinal);
        for (int index = 0; index < segments.Length; index++)
        {
            if (IsParameter(_segments[index]))
            {
                found[_segments[index][1..^1]] = segments[index];
            }
            else if (_segments[index] != segments[index])
            {
                return false;
            }
        }

        arguments = found;
        return true;
    }

    private static bool IsParameter(string segment) => segment is ['{', .., '}'];
}
