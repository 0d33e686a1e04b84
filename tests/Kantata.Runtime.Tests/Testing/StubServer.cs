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

    /// <summary>The clock of the clients and of <see cref="SentRequest.At"/>.</summary>
    public VirtualClock? Clock { get; init; }

    /// <summary>A client that tries again as it does by default, but with waits that are not random.</summary>
    public KantataClient PersistentClient(Action<KantataRetryOptions>? configureRetry = null, Action<KantataClientOptions>? configure = null) => Client(options =>
    {
        options.Retry = new() { Randomizer = () => 1 };
        configureRetry?.Invoke(options.Retry);
        configure?.Invoke(options);
    });

    /// <summary>A client that sends each request once, unless it is configured otherwise.</summary>
    public KantataClient Client(Action<KantataClientOptions>? configure = null)
    {
        KantataClientOptions options = new() { AccessToken = "secret-token", BaseAddress = new Uri("https://api.test/v1/"), Retry = new() { Enabled = false } };
        options.TimeProvider = Clock ?? options.TimeProvider;
        configure?.Invoke(options);
        return new KantataClient(options, new HttpClient(this));
    }

    public StubServer Answers(string json, HttpStatusCode status = HttpStatusCode.OK, string? requestId = null, string mediaType = "application/json") =>
        Answers(_ => Response(json, status, requestId, mediaType));

    public StubServer Answers(Func<HttpRequestMessage, HttpResponseMessage> answer) => Answers((request, _) => Task.FromResult(answer(request)));

    /// <summary>Answers many times in the same way.</summary>
    public StubServer Answers(int times, Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        for (int i = 0; i < times; i++)
        {
            Answers(answer);
        }

        return this;
    }

    /// <summary>Fails without an answer.</summary>
    public StubServer Fails(Exception failure) => Answers((HttpRequestMessage _) => throw failure);

    /// <summary>Takes a request and does not answer until the client gives up.</summary>
    public StubServer NeverAnswers() => Answers(static (_, cancellationToken) =>
    {
        TaskCompletionSource<HttpResponseMessage> answer = new();
        cancellationToken.UnsafeRegister(_ => answer.TrySetCanceled(cancellationToken), null);
        return answer.Task;
    });

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
        string? body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer;
        lock (_answers)
        {
            _received.Add(new SentRequest(request, body, Clock?.Elapsed ?? default));
            answer = _answers.Dequeue();
        }

        return await answer(request, cancellationToken).ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}

/// <summary>What the server was sent.</summary>
public sealed class SentRequest(HttpRequestMessage request, string? body, TimeSpan at)
{
    public string Method { get; } = request.Method.Method;

    public string Host { get; } = request.RequestUri!.Authority;

    public string Path { get; } = request.RequestUri!.AbsolutePath;

    /// <summary>When it came, from the start of the server's clock.</summary>
    public TimeSpan At { get; } = at;

    /// <summary>As it stands on the wire, without the question mark.</summary>
    public string Query { get; } = request.RequestUri!.Query.TrimStart('?');

    public string? Body { get; } = body;

    public string? ContentType { get; } = request.Content?.Headers.ContentType?.ToString();

    public string? Header(string name) => request.Headers.TryGetValues(name, out IEnumerable<string>? values) ? string.Join(", ", values) : null;
}
