namespace Kantata;

/// <summary>
/// The event ids of what a client logs in the category <see cref="KantataTelemetry.LoggerCategory"/>. They keep their meaning from version to version.
/// No event holds the token, a query or a body.
/// </summary>
public static class KantataLogEvents
{
    /// <summary>Debug: a request is sent, resends among them.</summary>
    public const int RequestSent = 1;

    /// <summary>Debug: a request was answered with success.</summary>
    public const int RequestAnswered = 2;

    /// <summary>Warning: a try failed, and the request is sent again.</summary>
    public const int RequestRetried = 3;

    /// <summary>Information: a request was held back, because the server had asked for fewer.</summary>
    public const int RequestThrottled = 4;

    /// <summary>Error: a call failed and is not tried again. Surely nothing was carried out.</summary>
    public const int RequestFailed = 5;

    /// <summary>Error: a write failed or was ended, and may have been carried out. It is named by the request id or, where none came, by time and activity.</summary>
    public const int WriteUncertain = 6;

    /// <summary>Information: one of several batches was done.</summary>
    public const int BatchDone = 7;
}
