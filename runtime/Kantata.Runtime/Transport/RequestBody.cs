namespace Kantata.Runtime;

/// <summary>What a request sends. Each try gets content of its own.</summary>
internal abstract class RequestBody
{
    public abstract HttpContent CreateContent();

    /// <summary>Whether content can be made once more, now that it was made: a stream that cannot seek is gone.</summary>
    public virtual bool CanBeSentAgain => true;

    /// <summary>The member that was set and that the server calls so, by its name in C# and as far as the way to it leads through members; null where there is none.</summary>
    public virtual string? MemberOf(string field) => null;

    /// <summary>Takes back content that was sent or given up.</summary>
    public virtual void Release(HttpContent content) => content.Dispose();
}
