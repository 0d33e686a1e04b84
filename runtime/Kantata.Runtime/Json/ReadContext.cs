namespace Kantata.Runtime;

/// <summary>What the reading of one response shares: where its objects belong, what is kept, and what was learned on the way.</summary>
internal sealed class ReadContext(ResponseScope scope, bool keepUnknownMembers, SharedTexts texts)
{
    private readonly List<MemberOrder> _orders = [];

    public ResponseScope Scope { get; } = scope;

    public bool KeepUnknownMembers { get; } = keepUnknownMembers;

    public SharedTexts Texts { get; } = texts;

    public MemberOrder OrderOf(ObjectShape shape)
    {
        foreach (MemberOrder known in _orders)
        {
            if (ReferenceEquals(known.Shape, shape))
            {
                return known;
            }
        }

        MemberOrder order = new(shape);
        _orders.Add(order);
        return order;
    }
}
