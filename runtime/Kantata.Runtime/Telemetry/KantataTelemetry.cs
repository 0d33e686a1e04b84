namespace Kantata;

/// <summary>By which names what the client does can be listened to.</summary>
public static class KantataTelemetry
{
    /// <summary>
    /// The <see cref="System.Diagnostics.ActivitySource"/>: one activity for each request that is sent, resends among them, with the names that
    /// OpenTelemetry gives to HTTP clients. No activity holds the token or a query.
    /// </summary>
    public const string ActivitySourceName = "Kantata";

    /// <summary>The category of what is logged; <see cref="KantataLogEvents"/> has the events.</summary>
    public const string LoggerCategory = "Kantata";

    /// <summary>
    /// The <see cref="System.Diagnostics.Metrics.Meter"/>: <c>http.client.request.duration</c> in seconds and <c>http.client.active_requests</c>.
    /// </summary>
    public const string MeterName = "Kantata";
}
