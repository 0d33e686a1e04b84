namespace Kantata.Runtime;

/// <summary>Which members that a type does not have stood between its own.</summary>
/// <param name="members">How many members the type has.</param>
internal sealed class UnknownOrder(int members)
{
    // A response that has more of them does not have the same ones in each object.
    private const int MostNames = 16;

    private readonly UnknownMember?[] _after = new UnknownMember?[members];
    private readonly List<UnknownMember> _names = [];

    public UnknownMember? After(int member) => _after[member];

    public void Learn(int member, ReadOnlySpan<byte> name) => _after[member] = Find(name);

    private UnknownMember? Find(ReadOnlySpan<byte> name)
    {
        foreach (UnknownMember unknown in _names)
        {
            if (name.SequenceEqual(unknown.Name))
            {
                return unknown;
            }
        }

        if (_names.Count == MostNames)
        {
            return null;
        }

        _names.Add(new UnknownMember(name.ToArray()));
        return _names[^1];
    }
}
