using System.Buffers;

namespace Kantata.Runtime;

/// <summary>A body that is written for each try, into pooled memory.</summary>
internal abstract class JsonBody : RequestBody
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

    protected abstract void Write(IBufferWriter<byte> buffer);
}
