namespace Kantata;

/// <summary>A field was read that the server only sends when it is asked for by <c>optional_fields</c>, and it was not.</summary>
public sealed class FieldNotRequestedException : MemberNotReceivedException
{
    internal FieldNotRequestedException(string message, string entity, string member, string field)
        : base(message, entity, member)
    {
        Field = field;
    }

    /// <summary>The field to ask for, by the API's name.</summary>
    public string Field { get; }
}
