using System.Text;
using System.Text.Json;
using Kantata.Emulator.Responses;
using Kantata.Emulator.Store;
using Microsoft.AspNetCore.Http;

namespace Kantata.Emulator.Requests;

/// <summary>Reads what a request holds.</summary>
internal static class RequestReader
{
    /// <summary>Reads the whole request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="pathArguments">The values of the path's parameters.</param>
    /// <param name="text">The body, if it is a text.</param>
    /// <exception cref="ApiFault">The body is not what its media type says.</exception>
    public static async Task<ApiRequest> ReadAsync(HttpRequest request, IReadOnlyDictionary<string, string> pathArguments, string text)
    {
        ApiRequest read = new(pathArguments, ReadQuery(request), default) { Text = text, Origin = $"{request.Scheme}://{request.Host}" };
        if (!request.HasFormContentType)
        {
            return IsTable(request.ContentType) ? read : read with { Body = ParseJson(text) };
        }

        try
        {
            IFormCollection form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            IEnumerable<KeyValuePair<string, string>> fields = form.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")));
            // Where a form has a file, the object has the file's name.
            IEnumerable<KeyValuePair<string, string>> names = form.Files.Select(file => KeyValuePair.Create(file.Name, file.FileName));
            return read with { IsForm = true, Body = FormFields.ToJson(fields.Concat(names)), Files = [.. form.Files.Select(ReadFile)] };
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw ApiFault.BadRequest("The body is no form: " + exception.Message);
        }
    }

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

    private static JsonElement ParseJson(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return default;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            throw ApiFault.BadRequest("The body is no JSON: " + exception.Message);
        }
    }

    private static StoredFile ReadFile(IFormFile file)
    {
        using MemoryStream bytes = new((int)file.Length);
        file.CopyTo(bytes);
        return new StoredFile(file.FileName, file.ContentType ?? "application/octet-stream", bytes.ToArray());
    }

    // A body without a type is what a hand-written request sends; it is read so that its fault can be told.
    private static bool IsText(string? contentType) =>
        contentType is null
        || contentType.Contains("json", StringComparison.OrdinalIgnoreCase)
        || contentType.StartsWith("text/", StringComparison.OrdinalIgnoreCase);

    private static bool IsTable(string? contentType) => contentType?.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase) == true;
}
