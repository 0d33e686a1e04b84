namespace Kantata.Runtime;

/// <summary>Tells exceptions of which request they are and what became of it.</summary>
internal static class ExceptionNaming
{
    public static TException Of<TException>(this TException exception, ApiCall call, string? requestId)
        where TException : KantataException
    {
        exception.Name(call, requestId);
        return exception;
    }

    public static TException With<TException>(this TException exception, WriteOutcome outcome, DateTimeOffset? sentAt, string? activityId)
        where TException : KantataException
    {
        exception.Settle(outcome, sentAt, activityId);
        return exception;
    }
}
