using System.ComponentModel;
using System.Text;

namespace Kantata.Runtime;

/// <summary>One operation of the API, as the documents describe it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Operation
{
    // What stands before, between and after the placeholders.
    private readonly string[] _literals;

    /// <summary>Describes an operation.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path from the base address on, with placeholders in braces that are filled in order.</param>
    /// <param name="format">What it answers, where that is an envelope of collections.</param>
    public Operation(string method, string path, ResponseFormat? format = null)
    {
        Method = HttpMethod.Parse(method);
        Path = path;
        Format = format;
        _literals = Split(path);
    }

    /// <summary>The member of the body that holds the request; null where the body is the request itself.</summary>
    public string? BodyKey { get; init; }

    /// <summary>The member of the body that holds many requests or ids; null where only one is taken.</summary>
    public string? BulkKey { get; init; }

    /// <summary>Whether <see cref="BulkKey"/> is a parameter of the query and no member of the body.</summary>
    public bool BulkInQuery { get; init; }

    /// <summary>How many requests or ids one request may hold; 0 where no limit is known.</summary>
    public int BulkLimit { get; init; }

    /// <summary>The member of the answer that names the ids of what was deleted; null where the answer has none.</summary>
    public string? BulkAnswerKey { get; init; }

    /// <summary>The limit of requests that this operation has for itself or shares with others of the same name; null where it has only the account's.</summary>
    public string? ThrottleGroup { get; init; }

    internal HttpMethod Method { get; }

    internal string Path { get; }

    internal ResponseFormat? Format { get; }

    /// <summary>Fills the placeholders of the path.</summary>
    /// <exception cref="ArgumentException">An argument is empty or would lead to another path, or their number is wrong.</exception>
    internal string PathWith(ReadOnlySpan<string> arguments)
    {
        if (arguments.Length != _literals.Length - 1)
        {
            throw new ArgumentException($"The path {Path} takes {_literals.Length - 1} arguments, and {arguments.Length} were given.", nameof(arguments));
        }

        if (arguments.Length == 0)
        {
            return Path;
        }

        StringBuilder path = new(_literals[0]);
        for (int i = 0; i < arguments.Length; i++)
        {
            path.Append(PathSegment.Encode(arguments[i], Path)).Append(_literals[i + 1]);
        }

        return path.ToString();
    }

    private static string[] Split(string path)
    {
        List<string> literals = [];
        int start = 0;
        for (int open; (open = path.IndexOf('{', start)) >= 0;)
        {
            literals.Add(path[start..open]);
            start = path.IndexOf('}', open) + 1;
            if (start == 0)
            {
                throw new ArgumentException($"The path {path} has a placeholder without an end.", nameof(path));
            }
        }

        literals.Add(path[start..]);
        return [.. literals];
    }
}
