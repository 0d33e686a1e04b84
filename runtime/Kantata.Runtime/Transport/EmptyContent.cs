using System.Net;

namespace Kantata.Runtime;

/// <summary>
/// The body of a write that has none. The platform sends a request without content again by itself, up to three times, where a connection
/// that was kept open breaks, and does not ask whether it is a write; one with content it never does.
/// </summary>
internal sealed class EmptyContent : HttpContent, ITrackedContent
{
    public bool WasRead { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        WasRead = true;
        return Task.CompletedTask;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return true;
    }
}
