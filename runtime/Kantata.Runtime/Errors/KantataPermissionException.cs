namespace Kantata;

/// <summary>The owner of the access token may not do this (403).</summary>
public sealed class KantataPermissionException : KantataApiException
{
    /// <summary>Makes an exception.</summary>
    public KantataPermissionException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
