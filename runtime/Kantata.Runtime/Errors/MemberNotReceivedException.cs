namespace Kantata;

/// <summary>A member was read that the server only sends when it is asked for, and it was not.</summary>
public abstract class MemberNotReceivedException : InvalidOperationException
{
    private protected MemberNotReceivedException(string message, string entity, string member)
        : base(message)
    {
        Entity = entity;
        Member = member;
    }

    /// <summary>The type whose member was read.</summary>
    public string Entity { get; }

    /// <summary>The member that was read.</summary>
    public string Member { get; }
}
