namespace Kantata.Runtime;

/// <summary>Sends many requests as batches of the size that an operation allows.</summary>
internal static class BatchSender
{
    public static async Task<IReadOnlyList<T>> SendAsync<T>(KantataConnection connection, Operation operation, string path, QueryParameters parameters, RequestModel[] all, CancellationToken cancellationToken)
        where T : KantataEntity
    {
        QueryText query = new();
        parameters.WriteTo(query);
        int size = operation.BulkLimit > 0 ? operation.BulkLimit : Math.Max(all.Length, 1);
        List<T> created = new(all.Length);
        for (int start = 0; start < all.Length; start += size)
        {
            ArraySegment<RequestModel> batch = new(all, start, Math.Min(size, all.Length - start));
            ApiCall call = new(operation.Method, path, query.ToString(), new BulkBody(operation.BulkKey!, batch)) { Operation = operation };
            try
            {
                using ResponseBody body = await connection.SendForBodyAsync(call, cancellationToken).ConfigureAwait(false);
                IReadOnlyList<T> answered = EnvelopeReader.Read(body, operation, parameters, connection.Options).ToMany<T>();
                if (answered.Count != batch.Count)
                {
                    throw body.Unreadable($"{batch.Count} objects were sent and {answered.Count} were answered", "results");
                }

                created.AddRange(answered);
            }
            catch (KantataException e)
            {
                int sent = start + batch.Count;
                throw new KantataBatchException(
                    $"The batch of the items {start} to {sent - 1} failed; {created.Count} items were created before it, and {all.Length - sent} were not sent. {e.Message}",
                    created, batch, new ArraySegment<RequestModel>(all, sent, all.Length - sent), e)
                    .Of(call, e.RequestId);
            }
        }

        return created;
    }
}
