using System.Net;
using System.Text;

namespace Kantata.Runtime.Tests.Testing;

/// <summary>Stands in for the server: answers in the order in which answers were given to it, and keeps what it was sent.</summary>
public sealed class StubServer : HttpMessageHandler
{
    private readonly Queue<Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>> _answers = new();
    private readonly List<SentRequest> _received = [];

    public IReadOnlyList<SentRequest> Received => _received;

    public SentRequest Only => Assert.Single(_received);

    public bool IsDisposed { get; private set; }

    public KantataClient Client(Action<KantataClientOptions>? configure = null)
    {
        KantataClientOptions options = new() { AccessToken = "secret-token", BaseAddress = new Uri("https://api.test/v1/") };
        configure?.Invoke(options);
        return new KantataClient(options, new HttpClient(this));
    }

    public StubServer Answers(string json, HttpStatusCode status = HttpStatusCode.OK, string? requestId = null, string mediaType = "application/json") =>
        Answers(_ => Response(json, status, requestId, mediaType));

    public StubServer Answers(Func<HttpRequestMessage, HttpResponseMessage> answer) => Answers((request, _) => Task.FromResult(answer(request)));

    public StubServer Answers(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    public static HttpResponseMessage Response(string body, HttpStatusCode status = HttpStatusCode.OK, string? requestId = null, string mediaType = "application/json")
    {
        HttpResponseMessage response = new(status) { Content = new StringContent(body, Encoding.UTF8, mediaType) };
        if (requestId is not null)
        {
            response.Headers.Add("X-Request-Id", requestId);
        }

        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string? body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer;
        lock (_answers)
        {
            _received.Add(new SentRequest(request, body));
            answer = _answers.Dequeue();
        }

        return await answer(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}

/// <summary>What the server was sent.</summary>
public sealed class SentRequest(HttpRequestMessage request, string? body)
{
    public string Method { get; } = request.Method.Method;

    public string Host { get; } = request.RequestUri!.Authority;

    public string Path { get; } = request.RequestUri!.AbsolutePath;

    /// <summary>As it stands on the wire, without the question mark.</summary>
    public string Query { get; } = request.RequestUri!.Query.TrimStart('?');

    public string? Body { get; } = body;

    public string? ContentType { get; } = request.Content?.Headers.ContentType?.ToString();

    public string? Header(string name) => request.Headers.TryGetValues(name, out IEnumerable<string>? values) ? string.Join(", ", values) : null;
}
