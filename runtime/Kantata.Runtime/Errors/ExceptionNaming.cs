namespace Kantata.Runtime;

/// <summary>Tells exceptions of which request they are.</summary>
internal static class ExceptionNaming
{
    public static TException Of<TException>(this TException exception, ApiCall call, string? requestId)
        where TException : KantataException
    {
        exception.Name(call, requestId);
        return exception;
    }
}
