using System.Net;

namespace Kantata.Runtime;

/// <summary>The body of a response, with what exceptions tell of the response: a document as a whole in pooled memory, a file as it comes.</summary>
internal sealed class ResponseBody : IDisposable
{
    // What an answer announces is believed up to here; the largest page is well below.
    private const int LargestHint = 16 * 1024 * 1024;

    private readonly Sending _sending;
    private readonly PooledBuffer _buffer;

    private ResponseBody(Sending sending, HttpResponseMessage response, PooledBuffer buffer)
    {
        _sending = sending;
        _buffer = buffer;
        StatusCode = response.StatusCode;
        MediaType = response.Content.Headers.ContentType?.MediaType;
    }

    public HttpStatusCode StatusCode { get; }

    public string? MediaType { get; }

    /// <summary>The content of a file; null of any other answer.</summary>
    public Stream? File { get; private init; }

    /// <summary>The bytes after the byte order mark, where there is one.</summary>
    public ReadOnlyMemory<byte> Bytes
    {
        get
        {
            ReadOnlyMemory<byte> bytes = _buffer.Written;
            return bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        }
    }

    public bool IsEmpty
    {
        get
        {
            // Nearly always the first byte decides, for which no search by vectors need be compiled.
            foreach (byte b in Bytes.Span)
            {
                if (b is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Takes from a response what its call asks for.</summary>
    public static ValueTask<ResponseBody> TakeAsync(Sending sending, HttpResponseMessage response, CancellationToken cancellationToken) => sending.Call.Answer switch
    {
        AnswerKind.Document => ReadAsync(sending, response, cancellationToken),
        AnswerKind.File => OpenAsync(sending, response, cancellationToken),
        _ => new ValueTask<ResponseBody>(Ignore(sending, response)),
    };

    /// <summary>Reads the whole body, after which the response is done with.</summary>
    public static async ValueTask<ResponseBody> ReadAsync(Sending sending, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using HttpResponseMessage whole = response;
        PooledBuffer buffer = new();
        try
        {
            using Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);

            // One byte more than was announced, so that the end is seen without growing.
            long announced = response.Content.Headers.ContentLength ?? 0;
            int sizeHint = (int)Math.Min(announced + 1, LargestHint);
            for (int read; (read = await stream.ReadAsync(buffer.GetMemory(sizeHint), cancellationToken).ConfigureAwait(false)) > 0; sizeHint = 0)
            {
                buffer.Advance(read);
            }

            return new ResponseBody(sending, response, buffer);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            // So the decompressing streams say that what came is not, or not all of, what was compressed.
            buffer.Dispose();
            throw new IOException("The body cannot be decompressed.", e);
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    public UnreadableResponseException Unreadable(string problem, string memberPath = "", Exception? innerException = null)
    {
        ApiCall call = _sending.Call;
        string where = memberPath.Length == 0 ? "" : $" at {memberPath}";
        string message = $"The answer to {call} cannot be read{where}: {problem}.{ResponseHeaders.Suffix(_sending.RequestId)}";
        return new UnreadableResponseException(message, innerException) { StatusCode = StatusCode, MemberPath = memberPath }
            .Of(call, _sending.RequestId)
            .With(call.IsWrite ? WriteOutcome.CarriedOut : WriteOutcome.NoWrite, _sending.SentAt, _sending.ActivityId);
    }

    public void Dispose() => _buffer.Dispose();

    private static async ValueTask<ResponseBody> OpenAsync(Sending sending, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            Stream file = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return new ResponseBody(sending, response, new PooledBuffer()) { File = file };
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static ResponseBody Ignore(Sending sending, HttpResponseMessage response)
    {
        response.Dispose();
        return new ResponseBody(sending, response, new PooledBuffer());
    }
}
