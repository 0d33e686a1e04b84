namespace Kantata;

/// <summary>The numbers between which a number must lie, both allowed.</summary>
/// <param name="minimum">The smallest; <see cref="double.NegativeInfinity"/> where there is none.</param>
/// <param name="maximum">The largest; <see cref="double.PositiveInfinity"/> where there is none.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class BoundsAttribute(double minimum, double maximum) : Attribute
{
    /// <summary>The smallest; <see cref="double.NegativeInfinity"/> where there is none.</summary>
    public double Minimum { get; } = minimum;

    /// <summary>The largest; <see cref="double.PositiveInfinity"/> where there is none.</summary>
    public double Maximum { get; } = maximum;
}
