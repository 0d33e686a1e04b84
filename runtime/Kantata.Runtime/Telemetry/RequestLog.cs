using System.Net;
using Microsoft.Extensions.Logging;

namespace Kantata.Runtime;

/// <summary>Writes what happens to requests into the user's log.</summary>
internal static partial class RequestLog
{
    [LoggerMessage(KantataLogEvents.RequestSent, LogLevel.Debug, "{Method} {Path} is sent (attempt {Attempt}).")]
    public static partial void RequestSent(this ILogger logger, string method, string path, int attempt);

    [LoggerMessage(KantataLogEvents.RequestAnswered, LogLevel.Debug, "{Method} {Path} was answered {StatusCode} in {ElapsedMilliseconds} ms (attempt {Attempt}, request id {RequestId}).")]
    public static partial void RequestAnswered(this ILogger logger, string method, string path, int? statusCode, double elapsedMilliseconds, int attempt, string? requestId);

    [LoggerMessage(KantataLogEvents.RequestRetried, LogLevel.Warning, "{Method} {Path} failed at attempt {Attempt} and is sent again in {DelayMilliseconds} ms: {Reason}")]
    public static partial void RequestRetried(this ILogger logger, string method, string path, int attempt, double delayMilliseconds, string reason);

    [LoggerMessage(KantataLogEvents.RequestThrottled, LogLevel.Information, "{Method} {Path} was held back for {DelayMilliseconds} ms, because the server had asked for fewer requests.")]
    public static partial void RequestThrottled(this ILogger logger, string method, string path, double delayMilliseconds);

    [LoggerMessage(KantataLogEvents.BatchDone, LogLevel.Information, "{Method} {Path}: {Done} of {Total} items are done.")]
    public static partial void BatchDone(this ILogger logger, string method, string path, int done, int? total);

    /// <summary>Notes how a call ended that did not succeed.</summary>
    public static void CallEnded(this ILogger logger, Sending sending, Exception failure)
    {
        (string method, string path) = (sending.Call.Method.Method, sending.Call.PathWithoutQuery);
        switch (failure)
        {
            case KantataException { MayHaveBeenCarriedOut: true } e:
                WriteUncertain(logger, e, method, path, e.RequestId, e.SentAt, e.ActivityId);
                break;
            case KantataCanceledException { MayHaveBeenCarriedOut: true }:
                WriteUncertain(logger, failure, method, path, sending.RequestId, sending.SentAt, sending.ActivityId);
                break;
            case OperationCanceledException:
                // What the caller ends has not failed.
                break;
            default:
                RequestFailed(logger, failure, method, path, sending.Tries, (failure as KantataApiException)?.StatusCode, sending.RequestId);
                break;
        }
    }

    [LoggerMessage(KantataLogEvents.RequestFailed, LogLevel.Error, "{Method} {Path} failed at attempt {Attempt} ({StatusCode}, request id {RequestId}).")]
    private static partial void RequestFailed(ILogger logger, Exception exception, string method, string path, int attempt, HttpStatusCode? statusCode, string? requestId);

    [LoggerMessage(KantataLogEvents.WriteUncertain, LogLevel.Error, "{Method} {Path} may have been carried out (request id {RequestId}, sent at {SentAt:O}, activity {ActivityId}).")]
    private static partial void WriteUncertain(ILogger logger, Exception exception, string method, string path, string? requestId, DateTimeOffset? sentAt, string? activityId);
}
