namespace Kantata;

/// <summary>A member of a request that is required when another has a value.</summary>
/// <param name="member">The other member.</param>
/// <param name="value">The value, as the API writes it; null where any value makes the member required.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RequiredWhenAttribute(string member, string? value = null) : Attribute
{
    /// <summary>The other member.</summary>
    public string Member { get; } = member;

    /// <summary>The value, as the API writes it; null where any value makes the member required.</summary>
    public string? Value { get; } = value;
}
