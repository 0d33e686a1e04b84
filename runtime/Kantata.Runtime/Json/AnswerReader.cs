using System.Text.Json;

namespace Kantata.Runtime;

/// <summary>Reads the body of an answer. Whatever cannot be read becomes an <see cref="UnreadableResponseException"/> that names its place.</summary>
internal static class AnswerReader
{
    public delegate TResult Decoder<TState, TResult>(ref JsonCursor json, TState state);

    /// <summary>Reads a body with what <paramref name="decode"/> is given besides.</summary>
    public static TResult Read<TState, TResult>(ResponseBody body, ReadContext context, TState state, Decoder<TState, TResult> decode)
    {
        ReadOnlySpan<byte> bytes = body.Bytes.Span;
        if (body.IsEmpty)
        {
            throw body.Unreadable("it is empty");
        }

        JsonCursor json = new(bytes, context);
        try
        {
            TResult result = decode(ref json, state);
            json.End();
            return result;
        }
        catch (JsonValueException e)
        {
            throw body.Unreadable(e.Message, JsonPath.At(bytes, e.Position), e);
        }
        catch (JsonException e)
        {
            throw NotJson(body, bytes, e);
        }
    }

    public static T ReadObject<T>(ResponseBody body, ObjectShape shape, QueryParameters parameters, KantataConnection connection)
        where T : KantataObject =>
        Read(body, Context(parameters, connection), shape, static (ref JsonCursor json, ObjectShape shape) => json.Object<T>(shape) ?? throw json.Unreadable("an object"));

    public static IReadOnlyList<T> ReadArray<T>(ResponseBody body, ObjectShape shape, QueryParameters parameters, KantataConnection connection)
        where T : KantataObject =>
        Read(body, Context(parameters, connection), shape, static (ref JsonCursor json, ObjectShape shape) => json.Objects<T>(shape) ?? throw json.Unreadable("a list of objects"));

    public static IReadOnlyDictionary<string, T> ReadMap<T>(ResponseBody body, ObjectShape shape, QueryParameters parameters, KantataConnection connection)
        where T : KantataObject =>
        Read(body, Context(parameters, connection), shape, static (ref JsonCursor json, ObjectShape shape) => json.Map<T>(shape) ?? throw json.Unreadable("an object of objects"));

    public static JsonElement ReadJson(ResponseBody body)
    {
        if (body.IsEmpty)
        {
            return default;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(body.Bytes);
            return document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            throw NotJson(body, body.Bytes.Span, e);
        }
    }

    private static ReadContext Context(QueryParameters parameters, KantataConnection connection) =>
        new(new ResponseScope(null, parameters), connection);

    private static UnreadableResponseException NotJson(ResponseBody body, ReadOnlySpan<byte> bytes, JsonException e) =>
        body.Unreadable($"it is not JSON, or was cut off (it says it is {body.MediaType ?? "of no type"})", JsonPath.At(bytes, long.MaxValue), e);
}
