namespace Kantata;

/// <summary>An association, or a member that comes with one, was read, and the query did not include that association.</summary>
public sealed class AssociationNotIncludedException : MemberNotReceivedException
{
    internal AssociationNotIncludedException(string message, string entity, string member, string association)
        : base(message, entity, member)
    {
        Association = association;
    }

    /// <summary>The association to include, by the API's name.</summary>
    public string Association { get; }
}
