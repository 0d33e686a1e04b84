namespace Kantata;

/// <summary>The most characters that a text may have, as the documents say.</summary>
/// <param name="count">How many, at least 1. Characters are counted as readers do: a letter outside the Basic Multilingual Plane is one.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class MaxCharactersAttribute(int count) : Attribute
{
    /// <summary>How many, at least 1.</summary>
    public int Count { get; } = count;
}
