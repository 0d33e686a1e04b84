using Microsoft.Extensions.Logging;

namespace Kantata.Runtime;

/// <summary>Tells whoever listens of each request that a client sends: activities, measures, the log, and the hooks of the options.</summary>
internal sealed class Observer(KantataClientOptions options, ILogger log)
{
    /// <summary>Whether anybody listens.</summary>
    public bool IsNeeded =>
        options.OnRequest is not null || options.OnResponse is not null || log.IsEnabled(LogLevel.Debug)
        || Instruments.Source.HasListeners() || Instruments.Duration.Enabled || Instruments.ActiveRequests.Enabled;

    /// <summary>Begins to watch a request.</summary>
    public Observation Begin(Sending sending) => new(options, log, sending);
}
