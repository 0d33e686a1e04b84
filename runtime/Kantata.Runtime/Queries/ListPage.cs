namespace Kantata.Runtime;

/// <summary>A page, and by which collection and id the server referred to each of its objects.</summary>
internal readonly record struct ListPage<T>(Page<T> Page, IReadOnlyList<KantataReference> References);
