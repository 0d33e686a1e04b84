namespace Kantata;

/// <summary>A search whose results come by relevance, so that the server ignores any order.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class IgnoresOrderAttribute : Attribute;
