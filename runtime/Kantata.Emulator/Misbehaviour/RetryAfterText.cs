using System.Globalization;

namespace Kantata.Emulator.Misbehaviour;

/// <summary>The two forms of <c>Retry-After</c>.</summary>
internal static class RetryAfterText
{
    public static string Of(TimeSpan delay) => Math.Ceiling(delay.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);

    public static string Of(DateTimeOffset date) => date.ToUniversalTime().ToString("r", CultureInfo.InvariantCulture);
}
