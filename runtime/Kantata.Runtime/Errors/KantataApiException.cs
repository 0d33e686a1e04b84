using System.Net;

namespace Kantata;

/// <summary>The server answered that it did not do what was asked. Its kinds are derived from this type.</summary>
public class KantataApiException : KantataException
{
    /// <summary>Makes an exception.</summary>
    public KantataApiException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The status of the response.</summary>
    public HttpStatusCode StatusCode { get; init; }

    /// <summary>What the server says is wrong; empty where it gave no reason that can be read.</summary>
    public IReadOnlyList<KantataError> Errors { get; init; } = [];

    /// <summary>How long the server asked to be left alone (<c>Retry-After</c>), from the moment of its answer; null where it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
