namespace Kantata;

/// <summary>The values that the documents name for an open set. The server may take and send others.</summary>
/// <param name="values">The values as the API writes them, separated by bars.</param>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class KnownValuesAttribute(string values) : Attribute
{
    /// <summary>The values as the API writes them, separated by bars.</summary>
    public string Values { get; } = values;
}
