using System.Net;
using Kantata.Runtime;

namespace Kantata.Benchmarks.Decoding;

/// <summary>Decodes a page with the generated readers, as a client does with the body of an answer.</summary>
internal sealed class AnswerDecoder : IDisposable
{
    private static readonly ResponseCollection[] _collections =
    [
        new("invoices", Invoice.Shape), new("time_entries", TimeEntry.Shape), new("users", User.Shape), new("workspaces", Workspace.Shape), new("stories", Story.Shape),
    ];

    private readonly KantataConnection _connection = new(new KantataClientOptions { AccessToken = "token" });
    private readonly Operation _operation;
    private readonly ResponseBody _body;

    public AnswerDecoder(byte[] page, PageContent content)
    {
        _operation = content switch
        {
            PageContent.Billing => OperationFor("invoices"),
            PageContent.Stories => OperationFor("stories"),
            _ => OperationFor("time_entries"),
        };
        using HttpResponseMessage response = new(HttpStatusCode.OK) { Content = new ByteArrayContent(page) };
        _body = ResponseBody.ReadAsync(new Sending(new ApiCall(HttpMethod.Get, _operation.Path, "", null), TimeSpan.MaxValue), response, CancellationToken.None).AsTask().GetAwaiter().GetResult();
    }

    public int Decode() => EnvelopeReader.Read(_body, _operation, default, _connection).ToMany<KantataEntity>().Count;

    public void Dispose()
    {
        _body.Dispose();
        _connection.Dispose();
    }

    private static Operation OperationFor(string key) => new("GET", "/" + key, new ResponseFormat(key, _collections));
}
