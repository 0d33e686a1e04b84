namespace Kantata.Runtime;

/// <summary>A page of a list that is being read.</summary>
/// <param name="Page">The page.</param>
/// <param name="References">By which collection and id the server referred to each of its objects.</param>
/// <param name="SaysPageCount">Whether the server said how many pages there are; else it is reckoned from the size that was asked for.</param>
internal readonly record struct ListPage<T>(Page<T> Page, IReadOnlyList<KantataReference> References, bool SaysPageCount);
