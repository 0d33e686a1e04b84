namespace Kantata;

/// <summary>What a query cannot ask for together with something else.</summary>
/// <param name="method">The method of the query that asks for the other.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ExcludesAttribute(string method) : Attribute
{
    /// <summary>The method of the query that asks for the other.</summary>
    public string Method { get; } = method;
}
