namespace Kantata;

/// <summary>Makes token providers.</summary>
public static class KantataTokenProvider
{
    /// <summary>Makes a provider of a method.</summary>
    /// <param name="getAccessToken">What <see cref="IKantataTokenProvider.GetAccessTokenAsync"/> does.</param>
    public static IKantataTokenProvider From(Func<string?, CancellationToken, ValueTask<string>> getAccessToken)
    {
        ArgumentNullException.ThrowIfNull(getAccessToken);
        return new MethodProvider(getAccessToken);
    }

    private sealed class MethodProvider(Func<string?, CancellationToken, ValueTask<string>> getAccessToken) : IKantataTokenProvider
    {
        public ValueTask<string> GetAccessTokenAsync(string? rejectedToken, CancellationToken cancellationToken) =>
            getAccessToken(rejectedToken, cancellationToken);
    }
}
