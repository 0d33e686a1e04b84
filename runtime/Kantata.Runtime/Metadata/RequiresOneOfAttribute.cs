namespace Kantata;

/// <summary>A request of which at least one of some members is required.</summary>
/// <param name="members">The members, separated by commas and blanks.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class RequiresOneOfAttribute(string members) : Attribute
{
    /// <summary>The members, separated by commas and blanks.</summary>
    public string Members { get; } = members;
}
