namespace Kantata.Runtime;

/// <summary>What an object made by a protected constructor says when it is used for real.</summary>
internal static class Substitute
{
    public static InvalidOperationException HasNoConnection(object substitute) =>
        new($"{substitute.GetType().Name} was made without a connection, to stand in for another in a test, and the member that was called is not overridden.");
}
