namespace Kantata;

/// <summary>The server, or a proxy before it, failed (5xx). A write may have been carried out.</summary>
public sealed class KantataUnavailableException : KantataApiException
{
    /// <summary>Makes an exception.</summary>
    public KantataUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
