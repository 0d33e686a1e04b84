namespace Kantata.Runtime;

/// <summary>A value that is not what was said. Only the reader of the whole body knows its place; it turns this into an <see cref="UnreadableResponseException"/>.</summary>
internal sealed class JsonValueException(string problem, long position, Exception? innerException = null) : Exception(problem, innerException)
{
    /// <summary>Where in the body the value begins, in bytes.</summary>
    public long Position { get; } = position;
}
