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

    private readonly ExpectedMember?[] _after = new ExpectedMember?[shape.Names.Count + 1];
    private UnknownMember?[]? _unknownAfter;
    private List<UnknownMember>? _unknown;

    public ObjectShape Shape => shape;

    /// <summary>The member of the type that followed <paramref name="member"/> last time.</summary>
    public ExpectedMember? After(int member) => _after[member + 1];

    /// <summary>The member that stood behind <paramref name="member"/> last time and that the type does not have.</summary>
    public UnknownMember? UnknownAfter(int member) => _unknownAfter?[member + 1];

    public void Learn(int member, int next) => _after[member + 1] = shape.Names.Expected(next, isFirst: member == BeforeFirst);

    /// <summary>Notes which member that the type does not have stood behind another.</summary>
    public void LearnUnknown(int member, ReadOnlySpan<byte> name)
    {
        if (member != BeforeFirst && JsonPrefix.CanBeMember(name) && Find(name) is { } unknown)
        {
            _unknownAfter ??= new UnknownMember?[_after.Length];
            _unknownAfter[member + 1] = unknown;
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
