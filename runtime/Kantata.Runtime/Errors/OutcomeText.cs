using System.Globalization;

namespace Kantata.Runtime;

/// <summary>Says what became of a write, and by what it is found where its sender cannot know.</summary>
internal static class OutcomeText
{
    /// <summary>A sentence with a blank before it; empty for what is no write.</summary>
    public static string Of(WriteOutcome outcome, string? method, string? path, string? requestId, DateTimeOffset? sentAt, string? activityId)
    {
        string text = outcome switch
        {
            WriteOutcome.Unknown => " It may have been carried out.",
            WriteOutcome.CarriedOut => " It was carried out.",
            _ => "",
        };

        // With a request id the server's logs tell what happened; without one only the method, the path and the time find it there.
        if (text.Length == 0 || requestId is not null || sentAt is not { } moment)
        {
            return text;
        }

        string activity = activityId is null ? "" : $", activity {activityId}";
        return string.Create(CultureInfo.InvariantCulture, $"{text} It was sent as {method} {path} at {moment.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}{activity}.");
    }
}
