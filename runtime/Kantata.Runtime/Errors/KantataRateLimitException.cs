namespace Kantata;

/// <summary>The server asks for fewer requests (429); it did not carry this one out.</summary>
public sealed class KantataRateLimitException : KantataApiException
{
    /// <summary>Makes an exception.</summary>
    public KantataRateLimitException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
