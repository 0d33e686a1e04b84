namespace Kantata.Runtime;

/// <summary>What the headers of a response say.</summary>
internal static class ResponseHeaders
{
    public static string? RequestId(HttpResponseMessage response) =>
        response.Headers.TryGetValues("X-Request-Id", out IEnumerable<string>? values) ? values.FirstOrDefault() : null;

    /// <summary>The end of a message, which names the request where it has an id.</summary>
    public static string Suffix(string? requestId) => requestId is null ? "" : $" (request id {requestId})";
}
