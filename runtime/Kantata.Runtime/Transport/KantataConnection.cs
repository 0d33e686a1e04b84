using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kantata.Runtime;

/// <summary>The way to the API: what all resources of a client share.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KantataConnection : IDisposable
{
    private const int MaxRedirects = 5;

    private readonly HttpClient _http;
    private readonly bool _ownsHttp;
    private readonly CredentialSource _credentials;
    private readonly Observer _observer;
    private readonly ElapsedTime _time;
    private readonly Governor? _governor;
    // Made once something fails: what tries again is much code, which most runs of a program never need. Where several calls fail at once, each may make one.
    private Retrier? _retrier;
    private EntityBuffer? _idleBuffer;

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
        _credentials = new CredentialSource(Options);
        Log = Options.LoggerFactory?.CreateLogger(KantataTelemetry.LoggerCategory) ?? NullLogger.Instance;
        _observer = new Observer(Options, Log);
        _time = new ElapsedTime(Options.TimeProvider);
        if (Options.Retry.Enabled)
        {
            _governor = new Governor(Options.Retry, _time);
        }
    }

    /// <summary>Makes what a client sends by where the caller brings nothing of their own.</summary>
    public static SocketsHttpHandler CreateHandler() => new()
    {
        // A redirect could lead to a host that the token is not meant for; the API has none.
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli,
        UseCookies = false,
    };

    internal KantataClientOptions Options { get; }

    /// <summary>What the answers to this client repeat.</summary>
    internal SharedTexts Texts { get; } = new();

    /// <summary>How the answers to this client order members.</summary>
    internal LearnedOrders Orders { get; } = new();

    internal ILogger Log { get; }

    /// <summary>Lends what the objects of a collection are gathered in.</summary>
    internal EntityBuffer TakeBuffer() => Interlocked.Exchange(ref _idleBuffer, null) ?? new EntityBuffer();

    /// <summary>Takes back what was lent. Of several that are read at the same time one is kept.</summary>
    internal void GiveBack(EntityBuffer buffer)
    {
        buffer.Clear();
        Volatile.Write(ref _idleBuffer, buffer);
    }

    /// <summary>Ends the connections, where they are not the caller's.</summary>
    public void Dispose()
    {
        _credentials.Dispose();
        if (_ownsHttp)
        {
            _http.Dispose();
        }
    }

    /// <summary>The one way by which calls leave. What fails for a while is tried again here.</summary>
    internal async ValueTask<ResponseBody> SendAsync(ApiCall call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Sending sending = new(call, Deadline());
        try
        {
            return await TryAsync(sending, cancellationToken).ConfigureAwait(false);
        }
        catch (KantataException e) when (MayTryAgain(sending, e))
        {
            return await GoOnAsync(sending, e, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is KantataException or OperationCanceledException)
        {
            Log.CallEnded(sending, e);
            throw;
        }
    }

    /// <summary>Sends a request and gives its answer as JSON; a default value where it has no body.</summary>
    internal async Task<JsonElement> SendForJsonAsync(ApiCall call, CancellationToken cancellationToken)
    {
        using ResponseBody body = await SendAsync(call, cancellationToken).ConfigureAwait(false);
        return AnswerReader.ReadJson(body);
    }

    /// <summary>Sends a request and gives the body of its answer, of any type, as it comes. Redirects to another host are followed without the token.</summary>
    internal async Task<Stream> SendForFileAsync(ApiCall call, CancellationToken cancellationToken)
    {
        ResponseBody body = await SendAsync(call with { Answer = AnswerKind.File }, cancellationToken).ConfigureAwait(false);
        return body.File!;
    }

    /// <summary>Sends a request whose answer tells nothing but that it succeeded.</summary>
    internal Task SendForNothingAsync(ApiCall call, CancellationToken cancellationToken) =>
        SendAsync(call with { Answer = AnswerKind.Nothing }, cancellationToken).AsTask();

    // In methods of their own: a call that succeeds needs nothing of what tries again.
    private bool MayTryAgain(Sending sending, KantataException failure) => Options.Retry.Enabled && Retrier.MayTryAgain(sending, failure);

    private async ValueTask<ResponseBody> GoOnAsync(Sending sending, KantataException failure, CancellationToken cancellationToken)
    {
        try
        {
            _retrier ??= new Retrier(Options.Retry, Options.TimeProvider, _time, Log);
            return await _retrier.GoOnAsync(sending, failure, token => TryAsync(sending, token), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is KantataException or OperationCanceledException)
        {
            Log.CallEnded(sending, e);
            throw;
        }
    }

    // As long as nothing is slowed and the token is at hand there is nothing to wait for.
    private ValueTask<ResponseBody> TryAsync(Sending sending, CancellationToken cancellationToken) =>
        !_credentials.CanRenew && (_governor is null || _governor.IsOpen(sending.Call.Operation?.ThrottleGroup))
            ? SendOnceAsync(sending, _credentials.Fixed, cancellationToken)
            : WaitAndTryAsync(sending, cancellationToken);

    private async ValueTask<ResponseBody> WaitAndTryAsync(Sending sending, CancellationToken cancellationToken)
    {
        ApiCall call = sending.Call;
        TimeSpan came = _time.Now;
        if (_governor is not null && await _governor.EnterAsync(call.Operation?.ThrottleGroup, sending.Deadline, cancellationToken).ConfigureAwait(false) is { } wait)
        {
            sending.IsOver = true;
            ExceptionDispatchInfo.Throw(sending.Failure ?? NotSent(call, wait));
        }

        if (_governor is not null && _time.Now - came is { Ticks: > 0 } heldBack && Log.IsEnabled(LogLevel.Information))
        {
            Log.RequestThrottled(call.Method.Method, call.PathWithoutQuery, heldBack.TotalMilliseconds);
        }

        Credential? credential = _credentials.CanRenew
            ? await WithinLimitAsync(sending, token => _credentials.GetAsync(token).AsTask(), cancellationToken).ConfigureAwait(false)
            : _credentials.Fixed;
        try
        {
            return await SendOnceAsync(sending, credential, cancellationToken).ConfigureAwait(false);
        }
        catch (KantataAuthenticationException) when (_credentials.CanRenew && call.Body is not { CanBeSentAgain: false })
        {
            Credential? refused = credential;
            credential = await WithinLimitAsync(sending, token => _credentials.RenewAsync(refused, token), cancellationToken).ConfigureAwait(false);
            if (credential is null)
            {
                throw;
            }
        }

        // A refused token is no fault of the service's, and the server has done nothing: the other is tried at once, and once.
        return await SendOnceAsync(sending, credential, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks for a token, which may take as long as a try.</summary>
    private async Task<Credential?> WithinLimitAsync(Sending sending, Func<CancellationToken, Task<Credential?>> askAsync, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = new(LimitOf(sending), Options.TimeProvider);
        using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(Cancel, limit);
        try
        {
            return await askAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
        catch (OperationCanceledException e) when (limit.IsCancellationRequested)
        {
            throw new KantataTimeoutException($"{sending.Call} was not sent: the token provider gave no token in time.", e)
                .Of(sending.Call, requestId: null)
                .With(sending.Call.IsWrite ? WriteOutcome.NotCarriedOut : WriteOutcome.NoWrite, sentAt: null, activityId: null);
        }
    }

    /// <summary>Sends once, and lets whoever listens see it.</summary>
    private ValueTask<ResponseBody> SendOnceAsync(Sending sending, Credential? credential, CancellationToken cancellationToken)
    {
        sending.Tries++;
        sending.Status = null;
        sending.RequestId = null;
        sending.Outcome = null;
        return _observer.IsNeeded
            ? SendObservedAsync(sending, credential, cancellationToken)
            : ExchangeAsync(sending, credential, cancellationToken);
    }

    private async ValueTask<ResponseBody> SendObservedAsync(Sending sending, Credential? credential, CancellationToken cancellationToken)
    {
        Observation observation = _observer.Begin(sending);
        Exception? failure = null;
        try
        {
            observation.Sent();
            return await ExchangeAsync(sending, credential, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            failure = e;
            throw;
        }
        finally
        {
            observation.Ended(failure);
        }
    }

    /// <summary>Exchanges a request for its answer: every answer that is not a success, and every failure, is made an exception here.</summary>
    private async ValueTask<ResponseBody> ExchangeAsync(Sending sending, Credential? credential, CancellationToken cancellationToken)
    {
        ApiCall call = sending.Call;
        using Activity? named = WriteActivity.StartFor(call);
        using CancellationTokenSource limit = new(LimitOf(sending), Options.TimeProvider);
        using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(Cancel, limit);
        HttpRequestMessage request = CreateRequest(call, AddressOf(call), credential);
        HttpContent? content = call.Body?.CreateContent();
        ITrackedContent? tracked = Track(call, request, content);
        (sending.SentAt, sending.ActivityId) = (Options.TimeProvider.GetUtcNow(), Activity.Current?.Id);
        TimeSpan turn = _time.Now;
        try
        {
            HttpResponseMessage response = await SendAsync(call, request, credential, limit.Token).ConfigureAwait(false);
            return await TakeAsync(sending, response, turn, credential, limit.Token).ConfigureAwait(false);
        }
        catch (KantataApiException e)
        {
            e.Settle(sending.Outcome ?? WriteOutcome.NoWrite, sending.SentAt, sending.ActivityId);
            throw;
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException or IOException)
        {
            throw FailureOf(sending, sending.Outcome ?? WriteFate.WithoutAnswer(call, tracked, e), e, cancellationToken);
        }
        finally
        {
            if (content is not null)
            {
                call.Body!.Release(content);
            }
        }
    }

    private Task<HttpResponseMessage> SendAsync(ApiCall call, HttpRequestMessage request, Credential? credential, CancellationToken cancellationToken)
    {
        Task<HttpResponseMessage> answer = _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return call.FollowsRedirects ? FollowAsync(call, answer, credential, cancellationToken) : answer;
    }

    /// <summary>Learns from an answer how the service is, and takes what was asked for.</summary>
    private ValueTask<ResponseBody> TakeAsync(Sending sending, HttpResponseMessage response, TimeSpan turn, Credential? credential, CancellationToken cancellationToken)
    {
        ApiCall call = sending.Call;
        sending.Status = response.StatusCode;
        sending.RequestId = ResponseHeaders.RequestId(response);
        TimeSpan? retryAfter = ResponseHeaders.RetryAfter(response, Options.TimeProvider);
        _governor?.Answered(call.Operation?.ThrottleGroup, turn, response.StatusCode, retryAfter);
        bool redirected = !call.FollowsRedirects && ErrorReader.WasRedirected(call, Options.BaseAddress, response);
        sending.Outcome = redirected && call.IsWrite ? WriteOutcome.Unknown : WriteFate.Of(call, response.StatusCode);
        return response.IsSuccessStatusCode && !redirected
            ? ResponseBody.TakeAsync(sending, response, cancellationToken)
            : RefuseAsync(sending, response, retryAfter, credential, cancellationToken);
    }

    private async ValueTask<ResponseBody> RefuseAsync(Sending sending, HttpResponseMessage response, TimeSpan? retryAfter, Credential? credential, CancellationToken cancellationToken)
    {
        using (response)
        {
            throw await ErrorReader.ReadAsync(sending, Options.BaseAddress, response, retryAfter, credential, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>What a call fails with of which no answer came, or not all of one.</summary>
    private static Exception FailureOf(Sending sending, WriteOutcome outcome, Exception cause, CancellationToken cancellationToken)
    {
        ApiCall call = sending.Call;
        if (cause is OperationCanceledException && cancellationToken.IsCancellationRequested)
        {
            return call.IsWrite
                ? new KantataCanceledException(sending, outcome, cause, cancellationToken)
                : new OperationCanceledException(cause.Message, cause, cancellationToken);
        }

        string suffix = ResponseHeaders.Suffix(sending.RequestId);
        KantataException failure = cause is OperationCanceledException
            ? new KantataTimeoutException($"{call} was not answered in time.{suffix}", cause)
            : new KantataConnectionException($"{call} failed: {cause.Message}{suffix}", cause);
        return failure.Of(call, sending.RequestId).With(outcome, sending.SentAt, sending.ActivityId);
    }

    /// <summary>Goes where a file lies. The token goes along only where that is the API itself, and nothing goes from https to http.</summary>
    private async Task<HttpResponseMessage> FollowAsync(ApiCall call, Task<HttpResponseMessage> answer, Credential? credential, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await answer.ConfigureAwait(false);
        Uri from = AddressOf(call);
        for (int redirects = 0; redirects < MaxRedirects && RedirectOf(response, from) is { } to; redirects++)
        {
            response.Dispose();
            bool isApi = to.Authority == Options.BaseAddress.Authority && to.Scheme == Options.BaseAddress.Scheme;
            HttpRequestMessage request = CreateRequest(call, to, isApi ? credential : null);
            response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            from = to;
        }

        return response;
    }

    /// <summary>Where an answer redirects to; null where it does not, or to where nothing may be sent.</summary>
    private static Uri? RedirectOf(HttpResponseMessage response, Uri from)
    {
        if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } location)
        {
            return null;
        }

        Uri to = new(from, location);
        return to.Scheme == Uri.UriSchemeHttps || (to.Scheme == Uri.UriSchemeHttp && from.Scheme == Uri.UriSchemeHttp) ? to : null;
    }

    private TimeSpan Deadline() =>
        _governor is null || Options.Retry.TotalTime == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : _time.Now + Options.Retry.TotalTime;

    private TimeSpan LimitOf(Sending sending)
    {
        if (sending.Deadline == TimeSpan.MaxValue)
        {
            return Options.Timeout;
        }

        // What is left may be nothing, where the clock went on since the wait was reckoned.
        TimeSpan left = sending.Deadline - _time.Now;
        left = left > TimeSpan.Zero ? left : TimeSpan.Zero;
        return Options.Timeout == Timeout.InfiniteTimeSpan || left < Options.Timeout ? left : Options.Timeout;
    }

    private static void Cancel(object? limit) => ((CancellationTokenSource)limit!).Cancel();

    private static ITrackedContent? Track(ApiCall call, HttpRequestMessage request, HttpContent? content)
    {
        if (content is null && !call.IsWrite)
        {
            return null;
        }

        ITrackedContent tracked = content switch
        {
            null => new EmptyContent(),
            ITrackedContent itself => itself,
            _ => new TrackedContent(content),
        };
        request.Content = (HttpContent)tracked;
        return tracked;
    }

    private static KantataRateLimitException NotSent(ApiCall call, TimeSpan wait) =>
        new KantataRateLimitException(string.Create(CultureInfo.InvariantCulture, $"{call} was not sent: the server asked for fewer requests, and its turn would come in {wait.TotalSeconds:0.###} seconds, when its time is over."))
        {
            StatusCode = HttpStatusCode.TooManyRequests,
            RetryAfter = wait,
            WriteOutcome = call.IsWrite ? WriteOutcome.NotCarriedOut : WriteOutcome.NoWrite,
        }.Of(call, requestId: null);

    private HttpRequestMessage CreateRequest(ApiCall call, Uri address, Credential? credential)
    {
        HttpRequestMessage request = new(call.Method, address);
        if (credential is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", credential.Authorization);
        }

        request.Headers.TryAddWithoutValidation("Accept", call.Answer == AnswerKind.File ? "*/*" : "application/json");
        request.Headers.TryAddWithoutValidation("User-Agent", Options.UserAgent);
        return request;
    }

    private Uri AddressOf(ApiCall call)
    {
        // The path is put behind the base address as text: whatever it holds, it leads to no other host.
        ReadOnlySpan<char> path = call.Path.AsSpan().TrimStart('/');
        string separator = call.Query.Length == 0 ? "" : path.Contains('?') ? "&" : "?";
        string address = string.Concat(Options.BaseAddress.AbsoluteUri, path, separator, call.Query);
        return Uri.TryCreate(address, UriKind.Absolute, out Uri? uri)
            ? uri
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{call} makes no address. It has {address.Length} characters; a list of ids may be too long."));
    }

    private static HttpClient CreateHttpClient()
    {
        SocketsHttpHandler handler = CreateHandler();
        handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
