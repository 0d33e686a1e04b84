using System.Runtime.CompilerServices;

namespace Kantata.Runtime;

/// <summary>
/// Reads a list from position to position, each page beginning with a record that the page before has given. Where it does not, records
/// before it were removed and others have slid back over the border: then the reading steps back until a page joins again.
/// </summary>
internal static class OverlappingPages
{
    public static async IAsyncEnumerable<ListPage<T>> ReadAsync<T>(PageReader<T> reader, int pageSize, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : KantataEntity
    {
        // One record overlaps and at least one must be new.
        int limit = Math.Max(pageSize, 2);
        int offset = 0;
        for (int number = 1; ; )
        {
            ListPage<T> page = await reader.ReadAtAsync(offset, limit, number, cancellationToken).ConfigureAwait(false);
            int count = page.Page.Count;
            int total = page.Page.TotalCount;
            bool joins = offset == 0 || (count > 0 && reader.HasGiven(page.References[0]));
            if (!joins)
            {
                offset = Math.Max(0, Math.Min(offset, total) - (limit - 1));
                continue;
            }

            number++;
            yield return page;
            int end = offset + count;
            if (count == 0 || end >= total)
            {
                yield break;
            }

            offset = end - 1;
        }
    }
}
