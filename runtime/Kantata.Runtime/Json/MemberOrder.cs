using System.ComponentModel;

namespace Kantata.Runtime;

/// <summary>
/// Which member followed which in the objects of one type read so far in one response. It begins with what the last response learned, and
/// writes only into an order of its own.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MemberOrder
{
    /// <summary>What the first member follows.</summary>
    internal const int BeforeFirst = -1;

    private readonly LearnedOrder _learned;

    // One place further, as there is one before the first member.
    private ExpectedMember?[] _after;
    private bool _isOwn;
    private UnknownOrder? _unknown;

    internal MemberOrder(LearnedOrder learned)
    {
        _learned = learned;
        _after = learned.After;
    }

    internal ObjectShape Shape => _learned.Shape;

    /// <summary>The member of the type that followed <paramref name="member"/> last time.</summary>
    internal ExpectedMember? After(int member) => _after[member + 1];

    /// <summary>The member that stood behind <paramref name="member"/> last time and that the type does not have.</summary>
    internal UnknownMember? UnknownAfter(int member) => member == BeforeFirst ? null : _unknown?.After(member);

    /// <summary>Notes which member of the type followed another.</summary>
    internal void Learn(int member, int next)
    {
        ExpectedMember? expected = Shape.Names.Expect(next, member == BeforeFirst ? MemberPlace.First : MemberPlace.Next);
        if (ReferenceEquals(_after[member + 1], expected))
        {
            return;
        }

        if (!_isOwn)
        {
            _learned.After = _after = (ExpectedMember?[])_after.Clone();
            _isOwn = true;
        }

        _after[member + 1] = expected;
    }

    /// <summary>Notes which member that the type does not have stood behind another.</summary>
    internal void LearnUnknown(int member, ReadOnlySpan<byte> name)
    {
        if (member != BeforeFirst && JsonPrefix.CanBeMember(name))
        {
            _unknown ??= new UnknownOrder(Shape.Names.Count);
            _unknown.Learn(member, name);
        }
    }
}
