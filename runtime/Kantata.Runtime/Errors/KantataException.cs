using Kantata.Runtime;

namespace Kantata;

/// <summary>The base of what goes wrong between this client and the API. Misuse of the client is an <see cref="ArgumentException"/> or <see cref="InvalidOperationException"/> instead.</summary>
public class KantataException : Exception
{
    private string? _method;
    private string? _path;
    private string? _requestId;

    /// <summary>Makes an exception.</summary>
    public KantataException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The HTTP method of the request.</summary>
    public string? Method
    {
        get => _method;
        init => _method = value;
    }

    /// <summary>The path of the request, from the base address on and without its query.</summary>
    public string? Path
    {
        get => _path;
        init => _path = value;
    }

    /// <summary>The <c>X-Request-Id</c> of the response, which Kantata's support asks for; null where no response came or it carried none.</summary>
    public string? RequestId
    {
        get => _requestId;
        init => _requestId = value;
    }

    internal void Name(ApiCall call, string? requestId)
    {
        _method = call.Method.Method;
        _path = call.PathWithoutQuery;
        _requestId = requestId;
    }
}
