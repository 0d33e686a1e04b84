namespace Kantata;

/// <summary>The base of what goes wrong between this client and the API. Misuse of the client is an <see cref="ArgumentException"/> or <see cref="InvalidOperationException"/> instead.</summary>
public class KantataException : Exception
{
    /// <summary>Makes an exception.</summary>
    public KantataException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The HTTP method of the request.</summary>
    public string? Method { get; init; }

    /// <summary>The path of the request, from the base address on and without its query.</summary>
    public string? Path { get; init; }

    /// <summary>The <c>X-Request-Id</c> of the response, which Kantata's support asks for; null where no response came or it carried none.</summary>
    public string? RequestId { get; init; }
}
