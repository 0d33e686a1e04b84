namespace Kantata.Runtime;

/// <summary>Content that the caller made and keeps.</summary>
internal sealed class CallerBody(HttpContent content) : RequestBody
{
    // What the caller holds in memory can be read again; of a stream only they know.
    public override bool CanBeSentAgain => content is ByteArrayContent or ReadOnlyMemoryContent;

    public override HttpContent CreateContent() => content;

    public override void Release(HttpContent content)
    {
    }
}
