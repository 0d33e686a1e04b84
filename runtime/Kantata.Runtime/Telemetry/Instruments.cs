using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Kantata.Runtime;

/// <summary>What a client shows of itself, by OpenTelemetry's names for HTTP clients.</summary>
internal static class Instruments
{
    private static readonly Meter _meter = new(KantataTelemetry.MeterName, PackageVersion.Text);

    public static ActivitySource Source { get; } = new(KantataTelemetry.ActivitySourceName, PackageVersion.Text);

    public static Histogram<double> Duration { get; } = _meter.CreateHistogram<double>("http.client.request.duration", "s", "Duration of HTTP client requests.");

    public static UpDownCounter<long> ActiveRequests { get; } = _meter.CreateUpDownCounter<long>("http.client.active_requests", "{request}", "Number of active HTTP requests.");
}
