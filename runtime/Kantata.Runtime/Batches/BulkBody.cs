using System.Buffers;

namespace Kantata.Runtime;

/// <summary>Many objects inside their wrapper.</summary>
internal sealed class BulkBody(string wrapper, IReadOnlyList<RequestModel> models) : JsonBody(wrapper)
{
    protected override IReadOnlyDictionary<string, KantataRequest> Models() => RequestValidator.ModelsOf(models);

    protected override void Write(IBufferWriter<byte> buffer) => RequestWriter.WriteBody(buffer, Wrapper!, models);
}
