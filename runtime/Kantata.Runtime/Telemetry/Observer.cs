using System.Diagnostics;

namespace Kantata.Runtime;

/// <summary>Tells whoever listens of each request that a client sends: activities, measures, and the hooks of the options.</summary>
internal sealed class Observer(KantataClientOptions options)
{
    /// <summary>Whether anybody listens. A write always has an activity, so that one which is lost can be named by its id.</summary>
    public bool IsNeeded(ApiCall call) =>
        options.OnRequest is not null || options.OnResponse is not null
        || Instruments.Source.HasListeners() || Instruments.Duration.Enabled || Instruments.ActiveRequests.Enabled
        || (call.IsWrite && Activity.Current is null);

    /// <summary>Begins to watch a request.</summary>
    public Observation Begin(Sending sending) => new(options, sending);
}
