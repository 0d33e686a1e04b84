namespace Kantata;

/// <summary>
/// The server could not be reached, or the connection broke before the answer was complete.
/// <see cref="KantataException.WriteOutcome"/> tells whether a write may have been carried out.
/// </summary>
public sealed class KantataConnectionException : KantataException
{
    /// <summary>Makes an exception.</summary>
    public KantataConnectionException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
