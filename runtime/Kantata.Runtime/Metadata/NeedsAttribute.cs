namespace Kantata;

/// <summary>What a query asks for only together with something else: without it the server answers as if it had not been asked.</summary>
/// <param name="method">The method of the query that asks for the other.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsAttribute(string method) : Attribute
{
    /// <summary>The method of the query that asks for the other.</summary>
    public string Method { get; } = method;
}
