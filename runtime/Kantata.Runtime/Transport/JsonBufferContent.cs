using System.Net;
using System.Net.Http.Headers;

namespace Kantata.Runtime;

/// <summary>
/// JSON in pooled memory. The memory goes back when the content is disposed of, unless a handler is still sending from it:
/// a request that was given up may be, and what it sends must not change under it. Then the memory is left to the collector.
/// </summary>
internal sealed class JsonBufferContent : HttpContent, ITrackedContent
{
    private const int Released = -1;

    private readonly PooledBuffer _buffer;
    private volatile bool _wasRead;
    private int _senders;

    public JsonBufferContent(PooledBuffer buffer)
    {
        _buffer = buffer;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    public bool WasRead => _wasRead;

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _wasRead = true;
        Enter();
        try
        {
            await stream.WriteAsync(_buffer.Written, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _senders);
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override bool TryComputeLength(out long length)
    {
        length = _buffer.Written.Length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.CompareExchange(ref _senders, Released, 0) == 0)
        {
            _buffer.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Enter()
    {
        int senders = Volatile.Read(ref _senders);
        while (true)
        {
            ObjectDisposedException.ThrowIf(senders == Released, this);
            int before = Interlocked.CompareExchange(ref _senders, senders + 1, senders);
            if (before == senders)
            {
                return;
            }

            senders = before;
        }
    }
}
