using System.Globalization;

namespace Kantata.Runtime;

/// <summary>Sends many items as batches of the size that an operation allows, one after the other, and keeps account of them.</summary>
internal sealed class BatchSender<TItem, TDone>(KantataConnection connection, BatchForm<TItem, TDone> form, IProgress<KantataBatchProgress>? progress)
    where TItem : notnull
    where TDone : notnull
{
    private readonly List<TDone> _done = [];

    /// <summary>Checks items that are all there, and then sends them.</summary>
    /// <exception cref="KantataRequestException">One of them breaks a rule. Nothing was sent.</exception>
    public Task<IReadOnlyList<TDone>> SendAsync(TItem[] all, CancellationToken cancellationToken)
    {
        form.Check(all);
        return SendCheckedAsync(all, cancellationToken);
    }

    /// <summary>Sends items as they come, each batch as soon as it is full.</summary>
    public async Task<IReadOnlyList<TDone>> SendAsync(IAsyncEnumerable<TItem> items, CancellationToken cancellationToken)
    {
        List<TItem> batch = [];
        IAsyncEnumerator<TItem> source = items.GetAsyncEnumerator(cancellationToken);
        try
        {
            while (await FillAsync(source, batch, cancellationToken).ConfigureAwait(false))
            {
                await SendAsync(batch, ArraySegment<TItem>.Empty, total: null, cancellationToken).ConfigureAwait(false);
                batch = [];
            }
        }
        catch
        {
            // The account of what was done must not be lost to an input that cannot be closed either.
            await CloseAsync(source).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        try
        {
            await CloseAsync(source).ConfigureAwait(false);
            return _done;
        }
        catch (Exception e)
        {
            throw Failed($"The input could not be closed after {_done.Count} items were done. {e.Message}", [], [], e);
        }
    }

    private static async Task CloseAsync(IAsyncEnumerator<TItem> source) => await source.DisposeAsync().ConfigureAwait(false);

    private async Task<IReadOnlyList<TDone>> SendCheckedAsync(TItem[] all, CancellationToken cancellationToken)
    {
        for (int start = 0; start < all.Length; start += form.Size)
        {
            int end = Math.Min(start + form.Size, all.Length);
            await SendAsync(new ArraySegment<TItem>(all, start, end - start), new ArraySegment<TItem>(all, end, all.Length - end), all.Length, cancellationToken).ConfigureAwait(false);
        }

        return _done;
    }

    private async Task<bool> FillAsync(IAsyncEnumerator<TItem> source, List<TItem> batch, CancellationToken cancellationToken)
    {
        try
        {
            while (batch.Count < form.Size && await source.MoveNextAsync().ConfigureAwait(false))
            {
                batch.Add(source.Current ?? throw new ArgumentException("One of the requests is null.", nameof(source)));
            }

            form.Check(batch, firstIndex: _done.Count);
            return batch.Count > 0;
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw Canceled([], batch, e, cancellationToken);
        }
        catch (Exception e)
        {
            throw Failed($"The input ended with a failure after {_done.Count} items were done. {e.Message}", [], batch, e);
        }
    }

    private async Task SendAsync(IReadOnlyList<TItem> batch, ArraySegment<TItem> rest, int? total, CancellationToken cancellationToken)
    {
        ApiCall call = form.CallOf(batch);
        int first = _done.Count;
        try
        {
            _done.AddRange(await SendAsync(call, batch, cancellationToken).ConfigureAwait(false));
            batch = [];
            connection.Log.BatchDone(call.Method.Method, call.PathWithoutQuery, _done.Count, total);
            progress?.Report(new KantataBatchProgress(_done.Count, total));
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            bool inDoubt = e is KantataCanceledException { MayHaveBeenCarriedOut: true };
            throw inDoubt ? Canceled(batch, rest, e, cancellationToken) : Canceled([], [.. batch, .. rest], e, cancellationToken);
        }
        catch (Exception e)
        {
            string what = batch.Count == 0
                ? $"The progress could not be reported after {_done.Count} items were done"
                : $"The batch of the items {first} to {first + batch.Count - 1} failed; {first} items were done before it";
            KantataBatchException failure = Failed(string.Create(CultureInfo.InvariantCulture, $"{what}, and {rest.Count} were not sent. {e.Message}"), batch, rest, e);
            throw failure.Of(call, (e as KantataException)?.RequestId);
        }
    }

    private async Task<IReadOnlyList<TDone>> SendAsync(ApiCall call, IReadOnlyList<TItem> batch, CancellationToken cancellationToken)
    {
        using ResponseBody answer = await connection.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return form.Read(answer, batch);
    }

    private KantataBatchException Failed(string message, IReadOnlyList<TItem> failed, IReadOnlyList<TItem> notSent, Exception cause)
    {
        KantataException? known = cause as KantataException;
        IReadOnlyList<KantataError> errors = (cause as KantataApiException)?.Errors ?? [];
        return new KantataBatchException(message, Boxed(_done), Boxed(failed), Boxed(notSent), cause) { Refused = form.Refused(errors, failed, _done.Count) }
            .With(known?.WriteOutcome ?? WriteOutcome.NotCarriedOut, known?.SentAt, known?.ActivityId);
    }

    private KantataBatchCanceledException Canceled(IReadOnlyList<TItem> inDoubt, IReadOnlyList<TItem> notSent, Exception cause, CancellationToken cancellationToken) =>
        new(Boxed(_done), Boxed(inDoubt), Boxed(notSent), cause, cancellationToken);

    private static object[] Boxed<T>(IReadOnlyList<T> items)
        where T : notnull => [.. items.Cast<object>()];
}
