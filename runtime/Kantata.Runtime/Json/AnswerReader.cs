using System.Text.Json;

namespace Kantata.Runtime;

/// <summary>Reads the body of an answer. Whatever cannot be read becomes an <see cref="UnreadableResponseException"/> that names its place.</summary>
internal static class AnswerReader
{
    public delegate TResult Decoder<TResult>(ref JsonCursor json);

    public static TResult Read<TResult>(ResponseBody body, ReadContext context, Decoder<TResult> decode)
    {
        ReadOnlySpan<byte> bytes = body.Bytes.Span;
        if (body.IsEmpty)
        {
            throw body.Unreadable("it is empty");
        }

        JsonCursor json = new(bytes, context);
        try
        {
            TResult result = decode(ref json);
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
        Read(body, Context(parameters, connection), (ref JsonCursor json) => json.Object<T>(shape) ?? throw json.Unreadable("an object"));

    public static IReadOnlyList<T> ReadArray<T>(ResponseBody body, ObjectShape shape, QueryParameters parameters, KantataConnection connection)
        where T : KantataObject =>
        Read(body, Context(parameters, connection), (ref JsonCursor json) => json.Objects<T>(shape) ?? throw json.Unreadable("a list of objects"));

    public static IReadOnlyDictionary<string, T> ReadMap<T>(ResponseBody body, ObjectShape shape, QueryParameters parameters, KantataConnection connection)
        where T : KantataObject =>
        Read(body, Context(parameters, connection), (ref JsonCursor json) => json.Map<T>(shape) ?? throw json.Unreadable("an object of objects"));

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
        new(new ResponseScope(null, parameters), connection.Options.KeepUnknownMembers, connection.Texts);

    private static UnreadableResponseException NotJson(ResponseBody body, ReadOnlySpan<byte> bytes, JsonException e) =>
        body.Unreadable($"it is not JSON, or was cut off (it says it is {body.MediaType ?? "of no type"})", JsonPath.At(bytes, long.MaxValue), e);
}
