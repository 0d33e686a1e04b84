namespace Kantata.Runtime;

/// <summary>What the reading of one response shares: where its objects belong, what is kept, and what was learned on the way.</summary>
internal sealed class ReadContext(ResponseScope scope, KantataConnection connection)
{
    private readonly List<MemberOrder> _orders = [];

    public ResponseScope Scope { get; } = scope;

    public bool KeepUnknownMembers { get; } = connection.Options.KeepUnknownMembers;

    public SharedTexts Texts { get; } = connection.Texts;

    public EntityBuffer TakeBuffer() => connection.TakeBuffer();

    public void GiveBack(EntityBuffer buffer) => connection.GiveBack(buffer);

    public MemberOrder OrderOf(ObjectShape shape)
    {
        foreach (MemberOrder known in _orders)
        {
            if (ReferenceEquals(known.Shape, shape))
            {
                return known;
            }
        }

        MemberOrder order = new(connection.Orders.Of(shape));
        _orders.Add(order);
        return order;
    }
}
