using System.Buffers;

namespace Kantata.Runtime;

/// <summary>One object, inside its wrapper where there is one.</summary>
internal sealed class SingleBody(string? wrapper, RequestModel model) : JsonBody(wrapper)
{
    protected override IReadOnlyDictionary<string, KantataRequest> Models() => RequestValidator.ModelsOf(model);

    protected override void Write(IBufferWriter<byte> buffer) => RequestWriter.WriteBody(buffer, Wrapper, model);
}
