namespace Kantata.Runtime;

/// <summary>Which member followed which in the objects of one type read so far in one response.</summary>
internal sealed class MemberOrder
{
    // A type has far fewer members than a short tells apart.
    private readonly short[] _after;

    public MemberOrder(ObjectShape shape)
    {
        Shape = shape;
        _after = new short[shape.Names.Count + 1];
        Array.Fill(_after, (short)-1);
    }

    public ObjectShape Shape { get; }

    /// <summary>The member that followed <paramref name="member"/> last time, or -1; the member before the first is -1.</summary>
    public int After(int member) => _after[member + 1];

    public void Learn(int member, int next) => _after[member + 1] = (short)next;
}
