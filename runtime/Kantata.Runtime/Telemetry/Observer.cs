namespace Kantata.Runtime;

/// <summary>Tells whoever listens of each request that a client sends: activities, measures, and the hooks of the options.</summary>
internal sealed class Observer(KantataClientOptions options)
{
    /// <summary>Whether anybody listens.</summary>
    public bool IsNeeded =>
        options.OnRequest is not null || options.OnResponse is not null
        || Instruments.Source.HasListeners() || Instruments.Duration.Enabled || Instruments.ActiveRequests.Enabled;

    /// <summary>Begins to watch a request.</summary>
    public Observation Begin(Sending sending) => new(options, sending);
}
