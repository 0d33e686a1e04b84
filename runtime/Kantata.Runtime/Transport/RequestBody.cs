namespace Kantata.Runtime;

/// <summary>What a request sends. Each try gets content of its own.</summary>
internal abstract class RequestBody
{
    public abstract HttpContent CreateContent();

    /// <summary>Takes back content that was sent or given up.</summary>
    public virtual void Release(HttpContent content) => content.Dispose();
}
