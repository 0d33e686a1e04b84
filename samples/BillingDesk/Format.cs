using System.Globalization;

namespace BillingDesk;

/// <summary>How values are written on the desk: the same on every machine.</summary>
internal static class Format
{
    public static string Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Writes an amount of subunits, as the API has them, in units of its currency.</summary>
    public static string Money(long? subunits, string? currency, long subunitsInUnit = 100) =>
        string.Create(CultureInfo.InvariantCulture, $"{(decimal)(subunits ?? 0) / subunitsInUnit:N2} {currency}");

    public static string Hours(long minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60m:N1} h");

    public static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
