namespace Kantata.Extensions.DependencyInjection;

/// <summary>
/// Sends each request by the handlers that the factory has at that time, so that a client which lives as long as the program does not keep
/// connections to an address that the service has left.
/// </summary>
internal sealed class RotatingHandler(IHttpMessageHandlerFactory factory, string name) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Held until the answer has come: the factory ends handlers that are old and that nobody holds.
        using HttpMessageInvoker invoker = new(factory.CreateHandler(name), disposeHandler: false);
        return await invoker.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
