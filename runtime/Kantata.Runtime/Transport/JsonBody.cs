using System.Buffers;
using System.Collections.ObjectModel;
using System.Text.Json;

namespace Kantata.Runtime;

/// <summary>A body that is written for each try, into pooled memory.</summary>
/// <param name="wrapper">The member that holds what is sent; null where the body is that itself.</param>
internal abstract class JsonBody(string? wrapper) : RequestBody
{
    public sealed override HttpContent CreateContent()
    {
        PooledBuffer buffer = new();
        try
        {
            Write(buffer);
        }
        catch
        {
            buffer.Dispose();
            throw;
        }

        return new JsonBufferContent(buffer);
    }

    public sealed override string? MemberOf(string field)
    {
        using PooledBuffer buffer = new();
        Write(buffer);
        using JsonDocument document = JsonDocument.Parse(buffer.Written);
        return FieldPath.MemberOf(wrapper is null ? document.RootElement : document.RootElement.GetProperty(wrapper), Models(), wrapper, field);
    }

    /// <summary>The models that are sent, by their paths below the wrapper.</summary>
    protected virtual IReadOnlyDictionary<string, KantataRequest> Models() => ReadOnlyDictionary<string, KantataRequest>.Empty;

    protected string? Wrapper => wrapper;

    protected abstract void Write(IBufferWriter<byte> buffer);
}
