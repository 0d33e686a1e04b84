using System.Net;

namespace Kantata.Runtime;

/// <summary>The whole body of a response in pooled memory, with what exceptions tell of the response.</summary>
internal sealed class ResponseBody : IDisposable
{
    private readonly PooledBuffer _buffer;

    private ResponseBody(ApiCall call, HttpResponseMessage response, PooledBuffer buffer)
    {
        _buffer = buffer;
        Call = call;
        StatusCode = response.StatusCode;
        RequestId = ResponseHeaders.RequestId(response);
        MediaType = response.Content.Headers.ContentType?.MediaType;
    }

    public ApiCall Call { get; }

    public HttpStatusCode StatusCode { get; }

    public string? RequestId { get; }

    public string? MediaType { get; }

    /// <summary>The bytes after the byte order mark, where there is one.</summary>
    public ReadOnlyMemory<byte> Bytes
    {
        get
        {
            ReadOnlyMemory<byte> bytes = _buffer.Written;
            return bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        }
    }

    public bool IsEmpty => Bytes.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0;

    public static async Task<ResponseBody> ReadAsync(ApiCall call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        PooledBuffer buffer = new();
        try
        {
            Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                int expected = response.Content.Headers.ContentLength is > 0 and < int.MaxValue ? (int)response.Content.Headers.ContentLength.Value : 0;
                int read;
                // One byte more than was announced, so that the end is seen without growing.
                while ((read = await stream.ReadAsync(buffer.GetMemory(buffer.Written.Length == 0 ? expected + 1 : 0), cancellationToken).ConfigureAwait(false)) > 0)
                {
                    buffer.Advance(read);
                }
            }

            return new ResponseBody(call, response, buffer);
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    public UnreadableResponseException Unreadable(string problem, string memberPath = "", Exception? innerException = null)
    {
        string where = memberPath.Length == 0 ? "" : $" at {memberPath}";
        return new($"The answer to {Call.Method} {Call.Path} cannot be read{where}: {problem}.{ResponseHeaders.Suffix(RequestId)}", innerException)
        {
            Method = Call.Method.Method,
            Path = Call.Path,
            RequestId = RequestId,
            StatusCode = StatusCode,
            MemberPath = memberPath,
        };
    }

    public void Dispose() => _buffer.Dispose();
}
