namespace Kantata.Runtime.Tests.Testing;

/// <summary>Stands in for the server, and tells of each piece of a body as it comes.</summary>
public sealed class MeasuringHandler(Action<int> received) : HttpMessageHandler
{
    /// <summary>How long the body said it is.</summary>
    public long? ContentLength { get; private set; }

    /// <summary>How long it was.</summary>
    public long Written { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ContentLength = request.Content!.Headers.ContentLength;
        using Sink sink = new(count =>
        {
            Written += count;
            received(count);
        });
        await request.Content.CopyToAsync(sink, cancellationToken);
        return StubServer.Response("{}");
    }

    private sealed class Sink(Action<int> written) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count) => written(count);

        public override void Write(ReadOnlySpan<byte> buffer) => written(buffer.Length);

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            written(count);
            return Task.CompletedTask;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            written(buffer.Length);
            return ValueTask.CompletedTask;
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
