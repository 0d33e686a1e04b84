using System.Net;
using System.Text.Json;

namespace Kantata.Runtime;

/// <summary>Makes an exception of an answer that is not a success.</summary>
internal static class ErrorReader
{
    private const string Hidden = "[hidden]";

    // What is shorter than any secret is found in words that have nothing to do with it.
    private const int ShortestSecret = 6;

    /// <summary>
    /// Whether a handler of the caller's followed a redirect to another host, or by another method: the answer is not the API's,
    /// and its success says nothing about what was asked.
    /// </summary>
    public static bool WasRedirected(ApiCall call, Uri baseAddress, HttpResponseMessage response) =>
        response.RequestMessage is { RequestUri: { } answered } last
        && (last.Method != call.Method || answered.Authority != baseAddress.Authority || answered.Scheme != baseAddress.Scheme);

    public static async Task<KantataApiException> ReadAsync(Sending sending, Uri baseAddress, HttpResponseMessage response, TimeSpan? retryAfter, Credential? credential, CancellationToken cancellationToken)
    {
        ApiCall call = sending.Call;
        (IReadOnlyList<KantataError> errors, string reason) = WasRedirected(call, baseAddress, response)
            ? ([], $"the answer came from {response.RequestMessage!.RequestUri!.Host} after a redirect, and is not the API's.")
            : await ReadReasonAsync(sending, response, credential, cancellationToken).ConfigureAwait(false);
        string message = $"{call} was answered {(int)response.StatusCode}: {reason}{ResponseHeaders.Suffix(sending.RequestId)}";
        return Create(message, response.StatusCode, errors, retryAfter).Of(call, sending.RequestId);
    }

    private static async Task<(IReadOnlyList<KantataError> Errors, string Reason)> ReadReasonAsync(Sending sending, HttpResponseMessage response, Credential? credential, CancellationToken cancellationToken)
    {
        try
        {
            using ResponseBody body = await ResponseBody.ReadAsync(sending, response, cancellationToken).ConfigureAwait(false);
            IReadOnlyList<KantataError> errors = [.. ReadErrors(body.Bytes, sending.Call.Body).Select(error => Without(error, SecretsOf(sending.Call, credential)))];
            return (errors, errors.Count > 0 ? string.Join("; ", errors) : WithoutErrors(response, body));
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            // The status has come and says what happened, though its reason was lost.
            return ([], "the connection broke before the reason was told.");
        }
    }

    /// <summary>The errors that a body names; none where it is something else.</summary>
    private static IReadOnlyList<KantataError> ReadErrors(ReadOnlyMemory<byte> body, RequestBody? request)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return [];
            }

            if (document.RootElement.TryGetProperty("errors", out JsonElement errors) && errors.ValueKind == JsonValueKind.Array)
            {
                return [.. errors.EnumerateArray().Select(error => ReadError(error, request))];
            }

            // So OAuth itself names what is wrong.
            return Text(document.RootElement, "error") is { } code
                ? [new KantataError("oauth", Text(document.RootElement, "error_description") ?? code, null)]
                : [];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // A proxy's page, nothing at all, or text that is not Unicode: the status alone must tell what happened.
            return [];
        }
    }

    private static KantataError ReadError(JsonElement error, RequestBody? request)
    {
        if (error.ValueKind != JsonValueKind.Object)
        {
            return new(null, error.ToString(), null);
        }

        string? field = Text(error, "field");
        return new(Text(error, "type"), Text(error, "message") ?? "no message", field) { Member = field is null ? null : request?.MemberOf(field) };
    }

    /// <summary>A server, or a proxy before it, that repeats in its words what is nobody's business does not bring it into exceptions and logs.</summary>
    private static KantataError Without(KantataError error, IEnumerable<string> secrets) => secrets.Aggregate(error, static (error, secret) => error with
    {
        Type = error.Type?.Replace(secret, Hidden, StringComparison.Ordinal),
        Message = error.Message.Replace(secret, Hidden, StringComparison.Ordinal),
        Field = error.Field?.Replace(secret, Hidden, StringComparison.Ordinal),
    });

    private static IEnumerable<string> SecretsOf(ApiCall call, Credential? credential) =>
        (credential is null ? call.Secrets : call.Secrets.Append(credential.Token)).Where(static secret => secret.Length >= ShortestSecret);

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

    private static KantataApiException Create(string message, HttpStatusCode status, IReadOnlyList<KantataError> errors, TimeSpan? retryAfter) => (int)status switch
    {
        401 => new KantataAuthenticationException(message) { StatusCode = status, Errors = errors },
        403 => new KantataPermissionException(message) { StatusCode = status, Errors = errors },
        404 => new KantataNotFoundException(message) { StatusCode = status, Errors = errors },
        400 or 422 when errors.Any(static error => error.Type == "validation") => new KantataValidationException(message) { StatusCode = status, Errors = errors },
        429 => new KantataRateLimitException(message) { StatusCode = status, Errors = errors, RetryAfter = retryAfter },
        >= 500 => new KantataUnavailableException(message) { StatusCode = status, Errors = errors, RetryAfter = retryAfter },
        _ => new KantataApiException(message) { StatusCode = status, Errors = errors, RetryAfter = retryAfter },
    };
}
