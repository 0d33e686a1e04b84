namespace Kantata.Runtime;

/// <summary>A member that is expected next.</summary>
internal sealed class ExpectedMember
{
    private ExpectedMember(int member, ReadOnlySpan<byte> literal)
    {
        Member = member;
        Literal = new JsonPrefix(literal);
    }

    /// <summary>Its position in the type's table of names.</summary>
    public int Member { get; }

    /// <summary>What JSON has before its value.</summary>
    public JsonPrefix Literal { get; }

    /// <summary>Describes a member; null where it is longer than can be compared, so that it cannot be expected.</summary>
    /// <param name="member">Its position.</param>
    /// <param name="literal">Its name as JSON has it, with its colon, and with the comma before it unless it is the first of its object.</param>
    public static ExpectedMember? Of(int member, ReadOnlySpan<byte> literal) =>
        literal.Length <= JsonPrefix.MaxLength ? new ExpectedMember(member, literal) : null;
}
