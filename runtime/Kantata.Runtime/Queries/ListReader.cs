namespace Kantata.Runtime;

/// <summary>Reads the pages of a list.</summary>
internal static class ListReader
{
    private static readonly string[] _paging = ["page", "per_page"];

    public static async Task<ListPage<T>> ReadPageAsync<T>(ListSource source, QueryParameters parameters, int page, int pageSize, CancellationToken cancellationToken)
        where T : KantataEntity
    {
        QueryText query = new();
        parameters.WriteTo(query, except: _paging);
        query.Add("page", page);
        query.Add("per_page", pageSize);
        ApiCall call = new(source.Operation.Method, source.Path, query.ToString()) { Operation = source.Operation };
        using ResponseBody body = await source.Connection.SendForBodyAsync(call, cancellationToken).ConfigureAwait(false);
        return EnvelopeReader.Read(body, source.Operation, parameters, source.Connection.Options).ToPage<T>(page, pageSize);
    }

    public static async IAsyncEnumerator<T> ReadAllAsync<T>(ListSource source, QueryParameters parameters, int pageSize, CancellationToken cancellationToken)
        where T : KantataEntity
    {
        // Records that are added while the list is read push others onto a page that is read later.
        HashSet<KantataReference> seen = [];
        long read = 0;
        using CancellationTokenSource ahead = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<ListPage<T>>? next = ReadPageAsync<T>(source, parameters, 1, pageSize, cancellationToken);
        try
        {
            while (next is not null)
            {
                ListPage<T> current = await ForCallerAsync(next, cancellationToken).ConfigureAwait(false);
                Page<T> page = current.Page;
                read += page.Count;

                // A server that gives smaller pages than were asked for, and does not say how many, has more than were reckoned.
                bool more = page.Count > 0 && (current.SaysPageCount ? page.HasNext : read < page.TotalCount);
                next = more
                    ? ReadPageAsync<T>(source, parameters, page.PageNumber + 1, pageSize, ahead.Token)
                    : null;
                for (int i = 0; i < page.Count; i++)
                {
                    if (seen.Add(current.References[i]))
                    {
                        yield return page[i];
                    }
                }
            }
        }
        finally
        {
            // The caller broke out, or a page failed: what was fetched ahead is of no use to anybody.
            if (next is { IsCompletedSuccessfully: false })
            {
                await ahead.CancelAsync().ConfigureAwait(false);
                await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    // What was fetched ahead was cancelled by a token of ours; the caller knows only their own.
    private static async Task<ListPage<T>> ForCallerAsync<T>(Task<ListPage<T>> page, CancellationToken cancellationToken)
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
}
