namespace Kantata.Runtime;

/// <summary>
/// Which member followed which in the objects of one type read so far in one response, and which that the type does not have stood
/// between them.
/// </summary>
internal sealed class MemberOrder(ObjectShape shape)
{
    /// <summary>What the first member follows.</summary>
    public const int BeforeFirst = -1;

    // A response that has more of them does not have the same ones in each object.
    private const int MostUnknown = 16;

    // Positions, which are far fewer than a short tells apart; 0 where none is known, else one more than the position.
    private readonly short[] _after = new short[shape.Names.Count];
    private ExpectedMember? _first;
    private UnknownMember?[]? _unknownAfter;
    private List<UnknownMember>? _unknown;

    public ObjectShape Shape => shape;

    /// <summary>The member of the type that followed <paramref name="member"/> last time.</summary>
    public ExpectedMember? After(int member) => member == BeforeFirst ? _first : shape.Names.ExpectedBefore(_after[member]);

    /// <summary>The member that stood behind <paramref name="member"/> last time and that the type does not have.</summary>
    public UnknownMember? UnknownAfter(int member) => member == BeforeFirst ? null : _unknownAfter?[member];

    /// <summary>Notes which member of the type followed another.</summary>
    public void Learn(int member, int next)
    {
        ExpectedMember? expected = shape.Names.Expected(next, isFirst: member == BeforeFirst);
        if (member == BeforeFirst)
        {
            _first = expected;
        }
        else
        {
            _after[member] = (short)(next + 1);
        }
    }

    /// <summary>Notes which member that the type does not have stood behind another.</summary>
    public void LearnUnknown(int member, ReadOnlySpan<byte> name)
    {
        if (member != BeforeFirst && JsonPrefix.CanBeMember(name) && Find(name) is { } unknown)
        {
            _unknownAfter ??= new UnknownMember?[_after.Length];
            _unknownAfter[member] = unknown;
        }
    }

    private UnknownMember? Find(ReadOnlySpan<byte> name)
    {
        _unknown ??= [];
        foreach (UnknownMember unknown in _unknown)
        {
            if (name.SequenceEqual(unknown.Name))
            {
                return unknown;
            }
        }

        if (_unknown.Count == MostUnknown)
        {
            return null;
        }

        _unknown.Add(new UnknownMember(name.ToArray()));
        return _unknown[^1];
    }
}
