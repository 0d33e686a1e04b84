namespace Kantata;

/// <summary>The name of a resource in documents and in the property <c>KantataResources</c> of a project.</summary>
/// <param name="key">The name in snake case: <c>billing_milestones</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ResourceKeyAttribute(string key) : Attribute
{
    /// <summary>The name in snake case: <c>billing_milestones</c>.</summary>
    public string Key { get; } = key;
}
