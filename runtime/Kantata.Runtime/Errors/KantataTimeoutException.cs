namespace Kantata;

/// <summary>No complete answer came in time. <see cref="KantataException.WriteOutcome"/> tells whether a write may have been carried out.</summary>
public sealed class KantataTimeoutException : KantataException
{
    /// <summary>Makes an exception.</summary>
    public KantataTimeoutException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
