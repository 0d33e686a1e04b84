using System.Globalization;

namespace Kantata.Runtime;

/// <summary>Sends many requests as batches of the size that an operation allows, one after the other, and keeps account of them.</summary>
internal sealed class BatchSender<T>(KantataConnection connection, Operation operation, string path, QueryParameters parameters, IProgress<KantataBatchProgress>? progress)
    where T : KantataEntity
{
    // What most operations allow; for those that do not say.
    private const int UsualLimit = 100;

    private readonly int _size = operation.BulkLimit > 0 ? operation.BulkLimit : UsualLimit;
    private readonly List<T> _created = [];

    /// <summary>Sends requests that are all there and were checked.</summary>
    public async Task<IReadOnlyList<T>> SendAsync(RequestModel[] all, CancellationToken cancellationToken)
    {
        string query = Query();
        for (int start = 0; start < all.Length; start += _size)
        {
            int end = Math.Min(start + _size, all.Length);
            await SendAsync(query, new ArraySegment<RequestModel>(all, start, end - start), new ArraySegment<RequestModel>(all, end, all.Length - end), all.Length, cancellationToken).ConfigureAwait(false);
        }

        return _created;
    }

    /// <summary>Sends requests as they come, each batch as soon as it is full.</summary>
    public async Task<IReadOnlyList<T>> SendAsync(IAsyncEnumerable<RequestModel> requests, CancellationToken cancellationToken)
    {
        string query = Query();
        List<RequestModel> batch = [];
        IAsyncEnumerator<RequestModel> source = requests.GetAsyncEnumerator(cancellationToken);
        await using (source.ConfigureAwait(false))
        {
            while (await FillAsync(source, batch, cancellationToken).ConfigureAwait(false))
            {
                await SendAsync(query, batch, ArraySegment<RequestModel>.Empty, total: null, cancellationToken).ConfigureAwait(false);
                batch = [];
            }
        }

        return _created;
    }

    private async Task<bool> FillAsync(IAsyncEnumerator<RequestModel> source, List<RequestModel> batch, CancellationToken cancellationToken)
    {
        try
        {
            while (batch.Count < _size && await source.MoveNextAsync().ConfigureAwait(false))
            {
                batch.Add(source.Current ?? throw new ArgumentException("One of the requests is null.", nameof(source)));
            }

            RequestValidator.Check(operation.BulkKey!, batch, firstIndex: _created.Count);
            return batch.Count > 0;
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw Canceled([], batch, e, cancellationToken);
        }
        catch (Exception e)
        {
            throw Failed($"The input ended with a failure after {_created.Count} items were created. {e.Message}", [], batch, e);
        }
    }

    private async Task SendAsync(string query, IReadOnlyList<RequestModel> batch, ArraySegment<RequestModel> rest, int? total, CancellationToken cancellationToken)
    {
        ApiCall call = new(operation.Method, path, query, new BulkBody(operation.BulkKey!, batch)) { Operation = operation };
        int first = _created.Count;
        try
        {
            _created.AddRange(await SendAsync(call, batch.Count, cancellationToken).ConfigureAwait(false));
            batch = [];
            progress?.Report(new KantataBatchProgress(_created.Count, total));
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            bool inDoubt = e is KantataCanceledException { MayHaveBeenCarriedOut: true };
            throw inDoubt ? Canceled(batch, rest, e, cancellationToken) : Canceled([], [.. batch, .. rest], e, cancellationToken);
        }
        catch (Exception e)
        {
            string what = batch.Count == 0
                ? $"The progress could not be reported after {_created.Count} items were created"
                : $"The batch of the items {first} to {first + batch.Count - 1} failed; {first} items were created before it";
            KantataBatchException failure = Failed(string.Create(CultureInfo.InvariantCulture, $"{what}, and {rest.Count} were not sent. {e.Message}"), batch, rest, e);
            throw failure.Of(call, (e as KantataException)?.RequestId);
        }
    }

    private async Task<IReadOnlyList<T>> SendAsync(ApiCall call, int count, CancellationToken cancellationToken)
    {
        using ResponseBody body = await connection.SendForBodyAsync(call, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<T> answered = EnvelopeReader.Read(body, operation, parameters, connection).ToMany<T>();
        return answered.Count == count ? answered : throw body.Unreadable($"{count} objects were sent and {answered.Count} were answered", "results");
    }

    private KantataBatchException Failed(string message, IReadOnlyList<RequestModel> failed, IReadOnlyList<RequestModel> notSent, Exception cause)
    {
        KantataException? known = cause as KantataException;
        return new KantataBatchException(message, _created, failed, notSent, cause) { Refused = BatchErrors.ByItem(cause as KantataApiException, failed, _created.Count) }
            .With(known?.WriteOutcome ?? WriteOutcome.NotCarriedOut, known?.SentAt, known?.ActivityId);
    }

    private KantataBatchCanceledException Canceled(IReadOnlyList<RequestModel> inDoubt, IReadOnlyList<RequestModel> notSent, Exception cause, CancellationToken cancellationToken) =>
        new(_created, inDoubt, notSent, cause, cancellationToken);

    private string Query()
    {
        QueryText query = new();
        parameters.WriteTo(query);
        return query.ToString();
    }
}
