namespace Kantata.Runtime;

/// <summary>
/// In which order the members of each type came last, for all responses of one client, so that each is read as expected from its first object on.
/// Many threads may use it without a lock: an order is replaced as a whole, what is lost to another thread is learned anew, and members are
/// compared before they are taken for the expected ones.
/// </summary>
internal sealed class LearnedOrders
{
    private LearnedOrder[] _orders = [];

    /// <summary>The order of a type's members.</summary>
    public LearnedOrder Of(ObjectShape shape)
    {
        LearnedOrder[] known = Volatile.Read(ref _orders);
        foreach (LearnedOrder order in known)
        {
            if (ReferenceEquals(order.Shape, shape))
            {
                return order;
            }
        }

        LearnedOrder added = new(shape);
        Volatile.Write(ref _orders, [.. known, added]);
        return added;
    }
}

/// <summary>In which order the members of one type came last.</summary>
internal sealed class LearnedOrder(ObjectShape shape)
{
    public ObjectShape Shape => shape;

    /// <summary>The member behind each, one place further, as there is one before the first. Only the response that set it writes into it.</summary>
    public ExpectedMember?[] After { get; set; } = new ExpectedMember?[shape.Names.Count + 1];
}
