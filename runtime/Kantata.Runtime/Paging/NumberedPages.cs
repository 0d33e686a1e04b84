using System.Runtime.CompilerServices;

namespace Kantata.Runtime;

/// <summary>
/// Reads a list by the numbers of its pages, some of them ahead of the caller. Records that are added are not missed where the order is
/// stable; those that follow a removed record slide onto a page that was read, and no page tells.
/// </summary>
internal static class NumberedPages
{
    public static async IAsyncEnumerable<ListPage<T>> ReadAsync<T>(PageReader<T> reader, int pageSize, int prefetch, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : KantataEntity
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Queue<Task<ReceivedPage<T>>> ahead = [];
        Extent extent = new(pageSize);
        int requested = 1;

        // How many pages there are the first tells: until then nothing is fetched ahead.
        ahead.Enqueue(reader.FetchAsync(1, pageSize, stop.Token));
        try
        {
            while (ahead.Count > 0)
            {
                ListPage<T> page = (await ForCallerAsync(ahead.Peek(), cancellationToken).ConfigureAwait(false)).Read();
                _ = ahead.Dequeue();
                extent.Learn(page);
                while (ahead.Count < prefetch && requested < extent.Pages)
                {
                    ahead.Enqueue(reader.FetchAsync(++requested, pageSize, stop.Token));
                }

                yield return page;

                // Of pages that were under way together the last may have been answered first, and not hold what was added to it meanwhile.
                if (prefetch > 1 && extent.HasOutgrown(page))
                {
                    ListPage<T> again = (await ForCallerAsync(reader.FetchAsync(page.Page.PageNumber, pageSize, stop.Token), cancellationToken).ConfigureAwait(false)).Read();
                    extent.Learn(again);
                    yield return again;
                }

                if (ahead.Count == 0 && requested < extent.Pages)
                {
                    ahead.Enqueue(reader.FetchAsync(++requested, pageSize, stop.Token));
                }
            }
        }
        finally
        {
            // The caller broke out, or a page failed: what was fetched ahead is of no use to anybody.
            await EndAsync(ahead, stop).ConfigureAwait(false);
        }
    }

    private static async Task EndAsync<T>(Queue<Task<ReceivedPage<T>>> ahead, CancellationTokenSource stop)
    {
        if (ahead.Count == 0)
        {
            return;
        }

        await stop.CancelAsync().ConfigureAwait(false);
        foreach (Task<ReceivedPage<T>> page in ahead)
        {
            await ((Task)page).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (page.IsCompletedSuccessfully)
            {
                page.Result.Dispose();
            }
        }
    }

    // What was fetched ahead was cancelled by a token of ours; the caller knows only their own.
    private static async Task<ReceivedPage<T>> ForCallerAsync<T>(Task<ReceivedPage<T>> page, CancellationToken cancellationToken)
    {
        try
        {
            return await page.ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
    }

    /// <summary>How far the list goes, as far as its pages have told. It may change while they are read.</summary>
    private sealed class Extent(int pageSize)
    {
        private int _pageSize = pageSize;
        private int _largestCount;
        private bool _knowsPageSize;

        public int Pages { get; private set; } = 1;

        /// <summary>Whether a page is not full though another has told of more records than this one knew.</summary>
        public bool HasOutgrown<T>(ListPage<T> page) =>
            page.Page.Count > 0 && page.Page.Count < _pageSize && page.Page.TotalCount < _largestCount;

        public void Learn<T>(ListPage<T> received)
        {
            Page<T> page = received.Page;
            _largestCount = Math.Max(_largestCount, page.TotalCount);

            // A server that does not say how many pages there are may give smaller ones than were asked for.
            if (!_knowsPageSize && page.Count > 0)
            {
                _pageSize = page.Count;
                _knowsPageSize = true;
            }

            int pages = received.SaysPageCount ? page.PageCount : (int)((page.TotalCount + (long)_pageSize - 1) / _pageSize);

            // An empty page cannot make the list longer, or a server that goes on promising would be read for ever.
            Pages = page.Count > 0 ? pages : Math.Min(Pages, pages);
        }
    }
}
