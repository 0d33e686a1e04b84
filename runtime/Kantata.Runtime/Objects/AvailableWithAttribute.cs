using System.ComponentModel;

namespace Kantata.Runtime;

/// <summary>Names the query method that brings a member along. Reading a member that nothing brought throws.</summary>
/// <param name="method">The method; where it is left out, <c>Include</c> and the member's own name.</param>
[AttributeUsage(AttributeTargets.Property)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AvailableWithAttribute(string? method = null) : Attribute
{
    /// <summary>The method; null for <c>Include</c> and the member's own name.</summary>
    public string? Method { get; } = method;
}
