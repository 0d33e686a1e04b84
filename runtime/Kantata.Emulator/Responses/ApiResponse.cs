using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Kantata.Emulator.Responses;

/// <summary>A response, complete before its first byte is sent.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body; empty where there is none.</param>
/// <param name="ContentType">What the body is.</param>
internal sealed record ApiResponse(int Status, ReadOnlyMemory<byte> Body, string ContentType = "application/json; charset=utf-8")
{
    // The API sends letters of all languages as they are.
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ApiResponse NoContent { get; } = new(StatusCodes.Status204NoContent, default);

    public static ApiResponse FromJson(int status, Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, s_options))
        {
            write(json);
        }

        return new ApiResponse(status, buffer.WrittenMemory);
    }

    public static ApiResponse FromErrors(int status, IReadOnlyList<ApiError> errors) => FromJson(status, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("errors"u8);
        foreach (ApiError error in errors)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, error.Type);
            json.WriteString("message"u8, error.Message);
            if (error.Field is not null)
            {
                json.WriteString("field"u8, error.Field);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    public async Task SendAsync(HttpResponse response)
    {
        response.StatusCode = Status;
        if (Body.IsEmpty)
        {
            return;
        }

        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        await response.Body.WriteAsync(Body, response.HttpContext.RequestAborted);
    }
}
