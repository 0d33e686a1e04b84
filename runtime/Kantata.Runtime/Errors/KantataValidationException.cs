namespace Kantata;

/// <summary>The server refuses what the request holds (400 or 422); <see cref="KantataApiException.Errors"/> names the fields, and the members of the request that they are.</summary>
public sealed class KantataValidationException : KantataApiException
{
    /// <summary>Makes an exception.</summary>
    public KantataValidationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
