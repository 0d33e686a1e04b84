using System.Runtime.CompilerServices;

namespace Kantata.Runtime;

/// <summary>Reads lists: one page, or all of them one after the other.</summary>
internal static class ListReader
{
    public static async IAsyncEnumerator<T> ReadAllAsync<T>(ListSource source, QueryParameters parameters, int pageSize, CancellationToken cancellationToken)
        where T : KantataEntity
    {
        await foreach (Page<T> page in ReadPagesAsync<T>(source, parameters, pageSize, cancellationToken).ConfigureAwait(false))
        {
            for (int i = 0; i < page.Count; i++)
            {
                yield return page[i];
            }
        }
    }

    public static async IAsyncEnumerable<Page<T>> ReadPagesAsync<T>(ListSource source, QueryParameters parameters, int pageSize, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : KantataEntity
    {
        ListReading reading = parameters.Reading;
        PageReader<T> reader = new(source, parameters, reading.SharesObjects);
        IAsyncEnumerable<ListPage<T>> pages = reading.GuardsAgainstRemovals
            ? OverlappingPages.ReadAsync(reader, pageSize, cancellationToken)
            : NumberedPages.ReadAsync(reader, pageSize, reading.Prefetch, cancellationToken);
        await foreach (ListPage<T> page in pages.ConfigureAwait(false))
        {
            // What records that were added or removed have pushed onto a page that is read later comes once more there.
            if (reader.TakeNew(page) is { Count: > 0 } unread)
            {
                yield return unread;
            }
        }
    }

    public static async Task<Page<T>> ReadPageAsync<T>(ListSource source, QueryParameters parameters, int page, int pageSize, CancellationToken cancellationToken)
        where T : KantataEntity
    {
        ApiCall call = source.Call(parameters, "page", page, "per_page", pageSize);
        using ResponseBody body = await source.Connection.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return EnvelopeReader.Read(body, source.Operation, parameters, source.Connection).ToPage<T>(page, pageSize).Page;
    }
}
