namespace Kantata.Runtime;

/// <summary>How a list is read.</summary>
/// <param name="Prefetch">How many pages are fetched ahead of the caller, at once.</param>
/// <param name="SharesObjects">Whether an object that several pages bring is one object.</param>
/// <param name="GuardsAgainstRemovals">Whether pages overlap, so that records which were removed are noticed.</param>
internal sealed record ListReading(int Prefetch, bool SharesObjects, bool GuardsAgainstRemovals)
{
    public static ListReading Default { get; } = new(Prefetch: 1, SharesObjects: false, GuardsAgainstRemovals: false);
}
