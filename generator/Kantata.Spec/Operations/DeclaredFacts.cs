using Kantata.Spec.Collections;

namespace Kantata.Spec.Operations;

/// <summary>What a schema declares of a value besides its type. It holds over what the text says.</summary>
internal sealed record DeclaredFacts
{
    public EquatableArray<string> KnownValues { get; init; }

    public string? Default { get; init; }

    public decimal? Minimum { get; init; }

    public decimal? Maximum { get; init; }

    public int? MaxLength { get; init; }

    public int? MaxItems { get; init; }
}
