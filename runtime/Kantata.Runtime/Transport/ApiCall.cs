namespace Kantata.Runtime;

/// <summary>One request, independent of how often it is tried.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path from the base address on.</param>
/// <param name="Query">The encoded query string without its question mark; may be empty.</param>
/// <param name="Body">What is sent; null for no body.</param>
internal sealed record ApiCall(HttpMethod Method, string Path, string Query, RequestBody? Body = null)
{
    /// <summary>What its answer is.</summary>
    public AnswerKind Answer { get; init; }

    /// <summary>Whether the answer may lie elsewhere: a file, to whose place the API redirects.</summary>
    public bool FollowsRedirects => Answer == AnswerKind.File && !IsWrite;

    /// <summary>What it sends that no exception may repeat, beside the token.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>The operation that this is a call of; null where no document has it.</summary>
    public Operation? Operation { get; init; }

    /// <summary>Whether it may change anything.</summary>
    public bool IsWrite => Method != HttpMethod.Get && Method != HttpMethod.Head && Method != HttpMethod.Options;

    /// <summary>What exceptions name: a query may hold what is no one else's business.</summary>
    public string PathWithoutQuery => Path.IndexOf('?', StringComparison.Ordinal) is >= 0 and int query ? Path[..query] : Path;

    public override string ToString() => $"{Method} {PathWithoutQuery}";
}
