using System.Net;
using System.Text.Json;

namespace Kantata.Runtime;

/// <summary>Makes an exception of an answer that is not a success.</summary>
internal static class ErrorReader
{
    public static async Task<KantataApiException> ReadAsync(ApiCall call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using ResponseBody body = await ResponseBody.ReadAsync(call, response, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<KantataError> errors = ReadErrors(body.Bytes);
        string reason = errors.Count > 0 ? string.Join("; ", errors) : WithoutErrors(response, body);
        string message = $"{call.Method} {call.Path} was answered {(int)response.StatusCode} {response.StatusCode}: {reason}{ResponseHeaders.Suffix(body.RequestId)}";
        return Create(message, call, response.StatusCode, body.RequestId, errors);
    }

    /// <summary>The errors that a body names; none where it is something else.</summary>
    public static IReadOnlyList<KantataError> ReadErrors(ReadOnlyMemory<byte> body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("errors", out JsonElement errors)
                && errors.ValueKind == JsonValueKind.Array
                ? [.. errors.EnumerateArray().Select(ReadError)]
                : [];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // A proxy's page, nothing at all, or text that is not Unicode: the status alone must tell what happened.
            return [];
        }
    }

    private static KantataError ReadError(JsonElement error) => error.ValueKind == JsonValueKind.Object
        ? new(Text(error, "type"), Text(error, "message") ?? "no message", Text(error, "field"))
        : new(null, error.ToString(), null);

    private static string? Text(JsonElement error, string member) =>
        error.TryGetProperty(member, out JsonElement value) && value.ValueKind is not JsonValueKind.Null ? value.ToString() : null;

    private static string WithoutErrors(HttpResponseMessage response, ResponseBody body)
    {
        if ((int)response.StatusCode is >= 300 and < 400)
        {
            string? host = response.Headers.Location is { IsAbsoluteUri: true } location ? location.Host : null;
            return $"a redirect{(host is null ? "" : $" to {host}")}, which is not followed.";
        }

        return body.IsEmpty ? "no reason was given." : $"the reason, given as {body.MediaType ?? "something unknown"}, cannot be read.";
    }

    private static KantataApiException Create(string message, ApiCall call, HttpStatusCode status, string? requestId, IReadOnlyList<KantataError> errors)
    {
        string method = call.Method.Method;
        string path = call.Path;
        return (int)status switch
        {
            401 => new KantataAuthenticationException(message) { StatusCode = status, Errors = errors, RequestId = requestId, Method = method, Path = path },
            403 => new KantataPermissionException(message) { StatusCode = status, Errors = errors, RequestId = requestId, Method = method, Path = path },
            404 => new KantataNotFoundException(message) { StatusCode = status, Errors = errors, RequestId = requestId, Method = method, Path = path },
            400 or 422 when errors.Any(static error => error.Type == "validation") =>
                new KantataValidationException(message) { StatusCode = status, Errors = errors, RequestId = requestId, Method = method, Path = path },
            429 => new KantataRateLimitException(message) { StatusCode = status, Errors = errors, RequestId = requestId, Method = method, Path = path },
            >= 500 => new KantataUnavailableException(message) { StatusCode = status, Errors = errors, RequestId = requestId, Method = method, Path = path },
            _ => new KantataApiException(message) { StatusCode = status, Errors = errors, RequestId = requestId, Method = method, Path = path },
        };
    }
}
