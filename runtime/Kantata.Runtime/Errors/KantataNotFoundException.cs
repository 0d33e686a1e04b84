namespace Kantata;

/// <summary>There is no such object, or it is hidden from the owner of the access token or by a default filter (404).</summary>
public sealed class KantataNotFoundException : KantataApiException
{
    /// <summary>Makes an exception.</summary>
    public KantataNotFoundException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
