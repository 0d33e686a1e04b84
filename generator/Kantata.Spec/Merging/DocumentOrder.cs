namespace Kantata.Spec.Merging;

/// <summary>The order in which documents are put together, whatever order their files came in.</summary>
internal static class DocumentOrder
{
    /// <summary>The documents that one brought, by their names.</summary>
    public static IEnumerable<TDocument> OfOrigin<TDocument>(this IEnumerable<TDocument> documents, SpecOrigin origin)
        where TDocument : SpecDocument
        => documents.Where(document => document.Origin == origin).OrderBy(document => document.Name, StringComparer.Ordinal);
}
