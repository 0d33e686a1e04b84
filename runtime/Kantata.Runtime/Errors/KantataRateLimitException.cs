namespace Kantata;

/// <summary>The server asks for fewer requests (429), and went on asking for as long as the options let the client try. This one was not carried out.</summary>
public sealed class KantataRateLimitException : KantataApiException
{
    /// <summary>Makes an exception.</summary>
    public KantataRateLimitException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
