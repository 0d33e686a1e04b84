namespace Kantata.Emulator;

/// <summary>A request that a <see cref="KantataEmulator"/> has answered. The token that came with it is not kept.</summary>
public sealed class ReceivedRequest
{
    internal ReceivedRequest(string method, string path, string queryString, IReadOnlyDictionary<string, string> query, string body, int? status)
    {
        Method = method;
        Path = path;
        QueryString = queryString;
        Query = query;
        Body = body;
        Status = status;
    }

    /// <summary>The HTTP method in capitals: <c>GET</c>.</summary>
    public string Method { get; }

    /// <summary>The path below the base address, decoded: <c>/billing_milestones/42</c>.</summary>
    public string Path { get; }

    /// <summary>The query as it was sent, with its question mark; empty where there was none.</summary>
    public string QueryString { get; }

    /// <summary>The parameters of the query, decoded; what came several times is joined by commas.</summary>
    public IReadOnlyDictionary<string, string> Query { get; }

    /// <summary>The body as text; empty where there was none, and for files.</summary>
    public string Body { get; }

    /// <summary>The HTTP status of the answer; null where the connection ended before there was one.</summary>
    public int? Status { get; }

    /// <summary>The request in one line, for the messages of assertions: <c>GET /invoices?page=2 → 200</c>.</summary>
    public override string ToString() => $"{Method} {Path}{QueryString} → {(Status is int status ? status.ToString(System.Globalization.CultureInfo.InvariantCulture) : "no answer")}";
}
