using System.Net;
using System.Net.Http.Headers;

namespace Kantata.Benchmarks.Calls;

/// <summary>Answers every request at once, with a body that needs no memory of its own.</summary>
internal sealed class StubHandler(byte[] body) : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue _json = new("application/json");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = new(HttpStatusCode.OK) { Content = new ByteArrayContent(body), RequestMessage = request };
        response.Content.Headers.ContentType = _json;
        response.Content.Headers.ContentLength = body.Length;
        return Task.FromResult(response);
    }
}
