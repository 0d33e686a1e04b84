namespace Kantata.Runtime;

/// <summary>Content that the caller made and keeps.</summary>
internal sealed class CallerBody(HttpContent content) : RequestBody
{
    public override HttpContent CreateContent() => content;

    public override void Release(HttpContent content)
    {
    }
}
