namespace Kantata;

/// <summary>What is asked for along with one object: associations and optional fields.</summary>
/// <typeparam name="TSelf">The query itself.</typeparam>
public abstract class EntityQuery<TSelf> : Query<TSelf>
    where TSelf : EntityQuery<TSelf>
{
    /// <summary>Asks for nothing beyond what always comes.</summary>
    protected EntityQuery()
    {
    }
}
