using System.Net;

namespace Kantata;

/// <summary>The server answered with success, and what it answered cannot be read as the documents say. A write was carried out.</summary>
public sealed class UnreadableResponseException : KantataException
{
    /// <summary>Makes an exception.</summary>
    public UnreadableResponseException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The status of the response.</summary>
    public HttpStatusCode StatusCode { get; init; }

    /// <summary>The member that cannot be read, from the top of the answer (<c>invoices.42.total</c>, <c>results[3].id</c>); empty where it is the answer itself.</summary>
    public string MemberPath { get; init; } = "";
}
