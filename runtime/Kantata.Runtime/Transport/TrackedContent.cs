using System.Net;

namespace Kantata.Runtime;

/// <summary>Content of another's, of which it is noted whether it was asked for. The other is not disposed of.</summary>
internal sealed class TrackedContent : HttpContent, ITrackedContent
{
    private readonly HttpContent _content;

    public TrackedContent(HttpContent content)
    {
        _content = content;
        foreach ((string name, IEnumerable<string> values) in content.Headers)
        {
            Headers.TryAddWithoutValidation(name, values);
        }
    }

    public bool WasRead { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        WasRead = true;
        return _content.CopyToAsync(stream, context, cancellationToken);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override bool TryComputeLength(out long length)
    {
        length = _content.Headers.ContentLength ?? 0;
        return _content.Headers.ContentLength is not null;
    }
}
