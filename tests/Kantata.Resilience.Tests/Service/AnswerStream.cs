namespace Kantata.Resilience.Tests.Service;

/// <summary>A body on its way: it may come in pieces with time between them, and may break.</summary>
internal sealed class AnswerStream(byte[] body, Func<CancellationToken, Task>? beforePiece, bool breaks, Action disposed) : Stream
{
    private const int Pieces = 4;

    private readonly int _end = breaks ? body.Length / 2 : body.Length;
    private readonly int _piece = beforePiece is null ? body.Length : Math.Max(1, body.Length / Pieces);
    private int _position;
    private bool _isDisposed;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (beforePiece is not null && _position < _end)
        {
            await beforePiece(cancellationToken).ConfigureAwait(false);
        }

        int count = Math.Min(Math.Min(_piece, buffer.Length), _end - _position);
        if (count == 0 && breaks)
        {
            throw new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely.");
        }

        body.AsSpan(_position, count).CopyTo(buffer.Span);
        _position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            disposed();
        }

        base.Dispose(disposing);
    }
}
