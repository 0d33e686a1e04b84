using System.Net;

namespace Kantata.Runtime;

/// <summary>What a stream of the caller's holds from a position on, or from where it stands if it cannot seek. The stream is left open.</summary>
internal sealed class CallerStreamContent(Stream content, long? start) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (start is { } position)
        {
            content.Position = position;
        }

        return content.CopyToAsync(stream, cancellationToken);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override bool TryComputeLength(out long length)
    {
        length = start is { } position ? content.Length - position : 0;
        return start is not null;
    }
}
