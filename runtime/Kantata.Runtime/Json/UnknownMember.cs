namespace Kantata.Runtime;

/// <summary>A member that the response has and the type has not.</summary>
/// <param name="name">Its name.</param>
internal sealed class UnknownMember(byte[] name)
{
    private readonly JsonPrefix _literal = JsonPrefix.OfMember(name, MemberPlace.Next);

    public ReadOnlySpan<byte> Name => name;

    /// <summary>What JSON has before its value, behind another member.</summary>
    public ref readonly JsonPrefix Literal => ref _literal;
}
