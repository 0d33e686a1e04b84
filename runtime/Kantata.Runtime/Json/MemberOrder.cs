namespace Kantata.Runtime;

/// <summary>Which member followed which in the objects of one type read so far in one response.</summary>
internal sealed class MemberOrder(ObjectShape shape)
{
    /// <summary>What the first member follows.</summary>
    public const int BeforeFirst = -1;

    private readonly ExpectedMember?[] _after = new ExpectedMember?[shape.Names.Count + 1];

    public ObjectShape Shape => shape;

    /// <summary>The member that followed <paramref name="member"/> last time.</summary>
    public ExpectedMember? After(int member) => _after[member + 1];

    public void Learn(int member, int next) =>
        _after[member + 1] = shape.Names.Expected(next, isFirst: member == BeforeFirst);
}
