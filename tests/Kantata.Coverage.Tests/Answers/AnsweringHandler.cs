using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Kantata.Coverage.Tests.Answers;

/// <summary>Answers every request with one document, and keeps the form that came.</summary>
internal sealed class AnsweringHandler(int status, string document, string mediaType) : HttpMessageHandler
{
    /// <summary>The parts of the form of the last request; empty where it was none.</summary>
    public IReadOnlyList<FormPart> Form { get; private set; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is MultipartContent form)
        {
            List<FormPart> parts = [];
            foreach (HttpContent part in form)
            {
                ContentDispositionHeaderValue disposition = part.Headers.ContentDisposition!;
                parts.Add(new FormPart(disposition.Name!.Trim('"'), disposition.FileName?.Trim('"'), await part.ReadAsStringAsync(cancellationToken)));
            }

            Form = parts;
        }

        return new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(document, Encoding.UTF8, mediaType), RequestMessage = request };
    }
}
