namespace BillingDesk;

/// <summary>
/// Counts the requests that were answered. The client is given an <see cref="HttpClient"/> of ours, so that handlers like this
/// one, or one for logs or a proxy, see what it sends.
/// </summary>
internal sealed class AnsweredRequests() : DelegatingHandler(new SocketsHttpHandler())
{
    private int _count;

    /// <summary>Raised after each answer.</summary>
    public event EventHandler? Added;

    public int Count => Volatile.Read(ref _count);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        Interlocked.Increment(ref _count);
        Added?.Invoke(this, EventArgs.Empty);
        return response;
    }
}
