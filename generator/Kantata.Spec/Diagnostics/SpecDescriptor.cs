namespace Kantata.Spec;

/// <summary>One kind of fault.</summary>
/// <param name="Id">The id: <c>KAN0001</c>.</param>
/// <param name="Severity">How much such a fault spoils.</param>
/// <param name="Title">What is wrong, in general.</param>
/// <param name="MessageFormat">What is wrong in the case at hand, a composite format string.</param>
public sealed record SpecDescriptor(string Id, SpecSeverity Severity, string Title, string MessageFormat)
{
    /// <summary>Whether it shows only when all documents are put together, and not in one of them alone.</summary>
    public bool ShowsTogether { get; init; }
}
