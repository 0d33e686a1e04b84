using System.Text;
using Microsoft.AspNetCore.Http;

namespace Kantata.Emulator.Hosting;

/// <summary>Reads what a request holds.</summary>
internal static class RequestReader
{
    /// <summary>The parameters of the query; <c>with_users[]=1</c> means <c>with_users=1</c>, and what comes several times is joined.</summary>
    public static IReadOnlyDictionary<string, string> ReadQuery(HttpRequest request) => request.Query
        .SelectMany(parameter => parameter.Value.Select(value => (Name: parameter.Key.EndsWith("[]", StringComparison.Ordinal) ? parameter.Key[..^2] : parameter.Key, Value: value)))
        .GroupBy(parameter => parameter.Name, parameter => parameter.Value)
        .ToDictionary(parameter => parameter.Key, parameter => string.Join(',', parameter), StringComparer.Ordinal);

    /// <summary>The whole body as text; empty for files, which are left unread. Bodies that are JSON are UTF-8 by definition.</summary>
    public static async Task<string> ReadTextAsync(HttpRequest request)
    {
        if (!IsText(request.ContentType))
        {
            return "";
        }

        using StreamReader reader = new(request.Body, Encoding.UTF8, leaveOpen: true);
        return await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
    }

    // A body without a type is what a hand-written request sends; it is read so that its fault can be told.
    private static bool IsText(string? contentType) =>
        contentType is null
        || contentType.Contains("json", StringComparison.OrdinalIgnoreCase)
        || contentType.StartsWith("text/", StringComparison.OrdinalIgnoreCase);
}
