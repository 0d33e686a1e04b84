namespace Kantata;

/// <summary>The most items that a list may hold, as the documents say.</summary>
/// <param name="count">How many, at least 1.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class MaxItemsAttribute(int count) : Attribute
{
    /// <summary>How many, at least 1.</summary>
    public int Count { get; } = count;
}
