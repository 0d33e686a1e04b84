using System.Buffers;

namespace Kantata.Runtime;

/// <summary>Ids as one text, parted by commas.</summary>
internal sealed class IdListBody<T>(string key, IReadOnlyList<Id<T>> ids) : JsonBody(wrapper: null)
{
    protected override void Write(IBufferWriter<byte> buffer) => RequestWriter.WriteBody(buffer, key, ids);
}
