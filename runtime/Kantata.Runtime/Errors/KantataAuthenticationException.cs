namespace Kantata;

/// <summary>The server does not know the access token, or it was revoked (401).</summary>
public sealed class KantataAuthenticationException : KantataApiException
{
    /// <summary>Makes an exception.</summary>
    public KantataAuthenticationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
