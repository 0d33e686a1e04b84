namespace Kantata.Runtime;

/// <summary>What the headers of a response say.</summary>
internal static class ResponseHeaders
{
    public static string? RequestId(HttpResponseMessage response)
    {
        if (response.Headers.TryGetValues("X-Request-Id", out IEnumerable<string>? values))
        {
            foreach (string value in values)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>How long the server asks to be left alone; null where it does not say.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider clock) => response.Headers.RetryAfter switch
    {
        { Delta: { } delay } => delay,
        { Date: { } date } when date - clock.GetUtcNow() is { Ticks: > 0 } delay => delay,
        _ => null,
    };

    /// <summary>The end of a message, which names the request where it has an id.</summary>
    public static string Suffix(string? requestId) => requestId is null ? "" : $" (request id {requestId})";
}
