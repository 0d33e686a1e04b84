using System.Text.Json;
using Kantata.Runtime;

namespace Kantata;

/// <summary>What every client of the API has beside its resources. It may be used by many threads at once.</summary>
public abstract class KantataClientBase : IDisposable
{
    private readonly KantataConnection? _connection;

    /// <summary>Makes a client with default options.</summary>
    /// <param name="accessToken">The token that the requests carry.</param>
    /// <exception cref="ArgumentException">The token is empty or not a token.</exception>
    protected KantataClientBase(string accessToken)
        : this(new KantataClientOptions { AccessToken = accessToken })
    {
    }

    /// <summary>Makes a client.</summary>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    protected KantataClientBase(KantataClientOptions options) => _connection = new KantataConnection(options);

    /// <summary>Makes a client that sends by an <see cref="HttpClient"/> of the caller's, which it neither changes nor disposes of.</summary>
    /// <remarks>The client's own timeout holds beside the options' one.</remarks>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    protected KantataClientBase(KantataClientOptions options, HttpClient httpClient) => _connection = new KantataConnection(options, httpClient);

    /// <summary>Makes a client that sends nothing; for substitutes in tests.</summary>
    protected KantataClientBase()
    {
    }

    /// <summary>The way to the API.</summary>
    /// <exception cref="InvalidOperationException">This is a substitute.</exception>
    protected KantataConnection Connection => _connection ?? throw Substitute.HasNoConnection(this);

    /// <summary>Sends any operation, also one that no document describes.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path from the base address on, for instance <c>/invoices/42</c>.</param>
    /// <param name="query">The query's parameters, not encoded.</param>
    /// <param name="content">What is sent; the caller keeps it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer's JSON; a default value, of kind <see cref="JsonValueKind.Undefined"/>, where the answer has no body.</returns>
    /// <exception cref="KantataException">The operation failed.</exception>
    public virtual Task<JsonElement> SendAsync(
        HttpMethod method,
        string path,
        IEnumerable<KeyValuePair<string, string>>? query = null,
        HttpContent? content = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentException.ThrowIfNullOrEmpty(path);
        QueryText text = new();
        foreach ((string name, string value) in query ?? [])
        {
            text.Add(name, value);
        }

        return Connection.SendForJsonAsync(new ApiCall(method, path, text.ToText(), content is null ? null : new CallerBody(content)), cancellationToken);
    }

    /// <summary>Ends the connections, where they are not the caller's.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends the connections, where they are not the caller's.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _connection?.Dispose();
        }
    }
}
