using System.Net;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Kantata.Coverage.Tests.Answers;

/// <summary>Answers every request with one document, and keeps the form that came.</summary>
internal sealed class AnsweringHandler(int status, string document, string mediaType) : HttpMessageHandler
{
    /// <summary>The parts of the form of the last request; empty where it was none.</summary>
    public IReadOnlyList<FormPart> Form { get; private set; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content?.Headers.ContentType is { MediaType: "multipart/form-data" } type)
        {
            string boundary = type.Parameters.Single(static parameter => parameter.Name == "boundary").Value!.Trim('"');
            Form = await ReadFormAsync(boundary, await request.Content.ReadAsStreamAsync(cancellationToken), cancellationToken);
        }

        return new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(document, Encoding.UTF8, mediaType), RequestMessage = request };
    }

    private static async Task<List<FormPart>> ReadFormAsync(string boundary, Stream body, CancellationToken cancellationToken)
    {
        List<FormPart> parts = [];
        MultipartReader reader = new(boundary, body);
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            ContentDispositionHeaderValue disposition = ContentDispositionHeaderValue.Parse(section.ContentDisposition!);
            string? fileName = disposition.FileName.HasValue ? HeaderUtilities.RemoveQuotes(disposition.FileName).Value : null;
            parts.Add(new FormPart(HeaderUtilities.RemoveQuotes(disposition.Name).Value!, fileName, await section.ReadAsStringAsync(cancellationToken)));
        }

        return parts;
    }
}
