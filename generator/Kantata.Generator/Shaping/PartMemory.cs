using Kantata.Generator.CSharp;

namespace Kantata.Generator.Shaping;

/// <summary>
/// Remembers the parts of the last run, so that only those are shaped again that are to look different. Parts are no steps of the
/// pipeline: each would depend on all documents and the client on each part, and what the compiler records of steps grows with the
/// ways through them. What is remembered only saves time: a part is the same whether it was remembered or not.
/// </summary>
internal sealed class PartMemory
{
    private Run? _last;

    /// <summary>Shapes the client.</summary>
    public ClientModel Shape(ClientPlan plan, CancellationToken cancellationToken)
    {
        Run? last = Volatile.Read(ref _last);
        if (last?.Outline.Equals(plan.Outline) == false)
        {
            last = null;
        }

        ShapedPart[] shaped = [.. plan.Parts.Select(part => last?.Find(part) ?? Shape(part))];
        Volatile.Write(ref _last, new Run(plan, shaped));
        return ModelShaper.Assemble(plan, shaped);

        ShapedPart Shape(ClientPart part)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return ModelShaper.Shape(part, plan.Outline);
        }
    }

    private sealed class Run
    {
        private readonly Dictionary<string, (ClientPart Part, ShapedPart Shaped)> _parts = new(StringComparer.Ordinal);

        public Run(ClientPlan plan, ShapedPart[] shaped)
        {
            Outline = plan.Outline;
            for (int index = 0; index < shaped.Length; index++)
            {
                ClientPart part = plan.Parts[index];
                _parts[part.Key] = (part, shaped[index]);
            }
        }

        public ApiOutline Outline { get; }

        public ShapedPart? Find(ClientPart part) =>
            _parts.TryGetValue(part.Key, out (ClientPart Part, ShapedPart Shaped) known) && known.Part == part ? known.Shaped : null;
    }
}
