namespace Kantata;

/// <summary>Gives the access token of each request. Many requests may ask at once.</summary>
public interface IKantataTokenProvider
{
    /// <summary>Gives the token. It is asked for before each request, so that it should be kept between them.</summary>
    /// <param name="rejectedToken">
    /// Null, or the token that the server has just refused (401): then another is wanted. One request at a time asks so. Where it is the
    /// same again, the request fails with <see cref="KantataAuthenticationException"/>.
    /// </param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<string> GetAccessTokenAsync(string? rejectedToken, CancellationToken cancellationToken);
}
