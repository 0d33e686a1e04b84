using Kantata.Spec.Collections;
using Kantata.Spec.Model;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Spec.Prose;

/// <summary>What the text of one value says of it.</summary>
internal readonly record struct ProseFacts
{
    public ListKind List { get; init; }

    /// <summary>The type of the items of an array.</summary>
    public ValueType? Items { get; init; }

    public int? MaxItems { get; init; }

    public ValueFormat Format { get; init; }

    public EquatableArray<string> KnownValues { get; init; }

    public string? Default { get; init; }

    public decimal? Minimum { get; init; }

    public decimal? Maximum { get; init; }

    public int? MaxLength { get; init; }

    public bool IsRequired { get; init; }

    public Condition? RequiredWhen { get; init; }

    /// <summary>The fields of which one must be given, the value itself perhaps among them.</summary>
    public EquatableArray<string> AtLeastOneOf { get; init; }

    /// <summary>The parameter without which this one does nothing, if it is one.</summary>
    public string? Needs { get; init; }

    /// <summary>The parameter that cannot be given together with this one, if it is one.</summary>
    public string? Excludes { get; init; }

    public bool IgnoresOrder { get; init; }

    public bool IsNullable { get; init; }

    public string? WhenIncluded { get; init; }

    public bool IsOptionalField { get; init; }

    public string? Unit { get; init; }

    public bool IsDeprecated { get; init; }
}
