using System.ComponentModel;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Kantata.Runtime;

/// <summary>The way to the API: what all resources of a client share.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KantataConnection : IDisposable
{
    private readonly HttpClient _http;
    private readonly bool _ownsHttp;
    private readonly string _authorization;

    internal KantataConnection(KantataClientOptions options)
        : this(options, CreateHttpClient(), ownsHttp: true)
    {
    }

    internal KantataConnection(KantataClientOptions options, HttpClient http)
        : this(options, http, ownsHttp: false)
    {
    }

    private KantataConnection(KantataClientOptions options, HttpClient http, bool ownsHttp)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(http);
        Options = options.Snapshot();
        _http = http;
        _ownsHttp = ownsHttp;
        _authorization = $"Bearer {Options.AccessToken}";
    }

    internal KantataClientOptions Options { get; }

    /// <summary>Ends the connections, where they are not the caller's.</summary>
    public void Dispose()
    {
        if (_ownsHttp)
        {
            _http.Dispose();
        }
    }

    /// <summary>Sends a request and reads the whole body of its answer.</summary>
    internal Task<ResponseBody> SendForBodyAsync(ApiCall call, CancellationToken cancellationToken) =>
        SendAsync(call, static async (call, response, cancellationToken) =>
        {
            using (response)
            {
                return await ResponseBody.ReadAsync(call, response, cancellationToken).ConfigureAwait(false);
            }
        }, cancellationToken);

    /// <summary>Sends a request and gives its answer as JSON; a default value where it has no body.</summary>
    internal async Task<JsonElement> SendForJsonAsync(ApiCall call, CancellationToken cancellationToken)
    {
        using ResponseBody body = await SendForBodyAsync(call, cancellationToken).ConfigureAwait(false);
        return AnswerReader.ReadJson(body);
    }

    /// <summary>Sends a request and gives the body of its answer, of any type, as it comes.</summary>
    internal Task<Stream> SendForStreamAsync(ApiCall call, CancellationToken cancellationToken) =>
        SendAsync(call with { Accept = "*/*" }, static async (_, response, cancellationToken) =>
        {
            try
            {
                return await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            }
            catch
            {
                response.Dispose();
                throw;
            }
        }, cancellationToken);

    /// <summary>Sends a request whose answer tells nothing but that it succeeded.</summary>
    internal Task SendAsync(ApiCall call, CancellationToken cancellationToken) =>
        SendAsync(call, static (_, response, _) =>
        {
            response.Dispose();
            return Task.FromResult(true);
        }, cancellationToken);

    /// <summary>The one way by which requests leave: every answer that is not a success, and every failure, is made an exception here.</summary>
    private async Task<TResult> SendAsync<TResult>(ApiCall call, Func<ApiCall, HttpResponseMessage, CancellationToken, Task<TResult>> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using CancellationTokenSource limit = new(Options.Timeout, Options.TimeProvider);
        using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(static limit => ((CancellationTokenSource)limit!).Cancel(), limit);
        string? requestId = null;
        HttpContent? content = null;
        try
        {
            HttpRequestMessage request = CreateRequest(call);
            request.Content = content = call.Body?.CreateContent();
            HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            requestId = ResponseHeaders.RequestId(response);
            if (!response.IsSuccessStatusCode || ErrorReader.WasRedirected(call, Options.BaseAddress, response))
            {
                using (response)
                {
                    throw await ErrorReader.ReadAsync(call, Options.BaseAddress, response, limit.Token).ConfigureAwait(false);
                }
            }

            return await read(call, response, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
        catch (OperationCanceledException e)
        {
            throw new KantataTimeoutException($"{call} was not answered in time.{ResponseHeaders.Suffix(requestId)}", e).Of(call, requestId);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new KantataConnectionException($"{call} failed: {e.Message}{ResponseHeaders.Suffix(requestId)}", e).Of(call, requestId);
        }
        finally
        {
            if (content is not null)
            {
                call.Body!.Release(content);
            }
        }
    }

    private HttpRequestMessage CreateRequest(ApiCall call)
    {
        HttpRequestMessage request = new(call.Method, AddressOf(call));
        request.Headers.TryAddWithoutValidation("Authorization", _authorization);
        request.Headers.TryAddWithoutValidation("Accept", call.Accept);
        request.Headers.TryAddWithoutValidation("User-Agent", Options.UserAgent);
        return request;
    }

    private Uri AddressOf(ApiCall call)
    {
        // The path is put behind the base address as text: whatever it holds, it leads to no other host.
        string address = Options.BaseAddress.AbsoluteUri + call.Path.TrimStart('/');
        if (call.Query.Length > 0)
        {
            address += (call.Path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + call.Query;
        }

        return Uri.TryCreate(address, UriKind.Absolute, out Uri? uri)
            ? uri
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{call} makes no address. It has {address.Length} characters; a list of ids may be too long."));
    }

    private static HttpClient CreateHttpClient()
    {
        SocketsHttpHandler handler = new()
        {
            // A redirect could lead to a host that the token is not meant for; the API has none.
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseCookies = false,
        };
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
