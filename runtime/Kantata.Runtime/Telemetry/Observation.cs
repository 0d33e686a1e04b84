using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Kantata.Runtime;

/// <summary>One request as it is seen from outside.</summary>
internal sealed class Observation
{
    private const string OtherMethod = "_OTHER";

    private readonly KantataClientOptions _options;
    private readonly ILogger _log;
    private readonly Sending _sending;
    private readonly Activity? _activity;
    private readonly long _start;
    private readonly KantataRequestInfo _info;
    private readonly string _method;

    public Observation(KantataClientOptions options, ILogger log, Sending sending)
    {
        _options = options;
        _log = log;
        _sending = sending;
        ApiCall call = sending.Call;
        _method = IsKnown(call.Method.Method) ? call.Method.Method : OtherMethod;
        string verb = _method == OtherMethod ? "HTTP" : _method;
        string name = call.Operation is { } operation ? $"{verb} {operation.Path}" : verb;
        _activity = Instruments.Source.StartActivity(name, ActivityKind.Client) ?? WriteActivity.StartFor(call);
        _start = options.TimeProvider.GetTimestamp();
        _info = new KantataRequestInfo(call.Method.Method, call.PathWithoutQuery, sending.Tries, Activity.Current?.Id);
        if (_activity is { IsAllDataRequested: true })
        {
            Describe(_activity);
        }
    }

    /// <summary>Tells that the request is sent now.</summary>
    public void Sent()
    {
        if (Instruments.ActiveRequests.Enabled)
        {
            Instruments.ActiveRequests.Add(1, Target());
        }

        _log.RequestSent(_info.Method, _info.Path, _info.Attempt);
        _options.OnRequest?.Invoke(_info);
    }

    /// <summary>Tells what came of it.</summary>
    public void Ended(Exception? failure)
    {
        TimeSpan duration = _options.TimeProvider.GetElapsedTime(_start);
        string? error = failure is null ? null : ErrorType(failure);
        if (Instruments.ActiveRequests.Enabled)
        {
            Instruments.ActiveRequests.Add(-1, Target());
        }

        if (Instruments.Duration.Enabled)
        {
            Measure(duration, error);
        }

        if (_activity is not null)
        {
            End(_activity, failure, error);
        }

        if (failure is null)
        {
            _log.RequestAnswered(_info.Method, _info.Path, (int?)_sending.Status, duration.TotalMilliseconds, _info.Attempt, _sending.RequestId);
        }

        _options.OnResponse?.Invoke(new KantataResponseInfo(_info, _sending.Status, _sending.RequestId, duration, failure));
    }

    private void Describe(Activity activity)
    {
        Uri server = _options.BaseAddress;
        activity.SetTag("http.request.method", _method);
        if (_method == OtherMethod)
        {
            activity.SetTag("http.request.method_original", _info.Method);
        }

        activity.SetTag("server.address", server.Host);
        activity.SetTag("server.port", server.Port);

        // Without the query, which may hold what is no one else's business.
        activity.SetTag("url.full", server.AbsoluteUri + _info.Path.TrimStart('/'));
        if (_sending.Call.Operation is { } operation)
        {
            activity.SetTag("url.template", operation.Path);
        }

        if (_info.Attempt > 1)
        {
            activity.SetTag("http.request.resend_count", _info.Attempt - 1);
        }
    }

    private void End(Activity activity, Exception? failure, string? error)
    {
        if (activity.IsAllDataRequested)
        {
            if (_sending.Status is { } status)
            {
                activity.SetTag("http.response.status_code", (int)status);
            }

            if (_sending.RequestId is { } requestId)
            {
                activity.SetTag("http.response.header.x-request-id", new[] { requestId });
            }

            if (failure is not null)
            {
                activity.SetTag("error.type", error);
                activity.SetStatus(ActivityStatusCode.Error);
            }
        }

        activity.Dispose();
    }

    private void Measure(TimeSpan duration, string? error)
    {
        TagList tags = Target();
        if (_sending.Call.Operation is { } operation)
        {
            tags.Add("url.template", operation.Path);
        }

        if (_sending.Status is { } status)
        {
            tags.Add("http.response.status_code", (int)status);
        }

        if (error is not null)
        {
            tags.Add("error.type", error);
        }

        Instruments.Duration.Record(duration.TotalSeconds, tags);
    }

    private TagList Target() => new()
    {
        { "http.request.method", _method },
        { "server.address", _options.BaseAddress.Host },
        { "server.port", _options.BaseAddress.Port },
    };

    // No other is a value of the measures, or whoever makes up methods makes up series.
    private static bool IsKnown(string method) =>
        method is "CONNECT" or "DELETE" or "GET" or "HEAD" or "OPTIONS" or "PATCH" or "POST" or "PUT" or "TRACE";

    private static string ErrorType(Exception failure) => failure is KantataApiException answer
        ? ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture)
        : failure.GetType().FullName!;
}
