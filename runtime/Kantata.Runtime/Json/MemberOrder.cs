namespace Kantata.Runtime;

/// <summary>Which member followed which in the objects of one type read so far in one response.</summary>
internal sealed class MemberOrder(ObjectShape shape)
{
    /// <summary>What the first member follows.</summary>
    public const int BeforeFirst = -1;

    // Positions, which are far fewer than a short tells apart; 0 where none is known, else one more than the position.
    private readonly short[] _after = new short[shape.Names.Count + 1];
    private UnknownOrder? _unknown;

    public ObjectShape Shape => shape;

    /// <summary>The member of the type that followed <paramref name="member"/> last time.</summary>
    public ExpectedMember? After(int member) => shape.Names.ExpectedBefore(_after[member + 1], isFirst: member == BeforeFirst);

    /// <summary>The member that stood behind <paramref name="member"/> last time and that the type does not have.</summary>
    public UnknownMember? UnknownAfter(int member) => member == BeforeFirst ? null : _unknown?.After(member);

    /// <summary>Notes which member of the type followed another.</summary>
    public void Learn(int member, int next)
    {
        shape.Names.Expect(next, isFirst: member == BeforeFirst);
        _after[member + 1] = (short)(next + 1);
    }

    /// <summary>Notes which member that the type does not have stood behind another.</summary>
    public void LearnUnknown(int member, ReadOnlySpan<byte> name)
    {
        if (member != BeforeFirst && JsonPrefix.CanBeMember(name))
        {
            _unknown ??= new UnknownOrder(shape.Names.Count);
            _unknown.Learn(member, name);
        }
    }
}
