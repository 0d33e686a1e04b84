using System.Globalization;

namespace Kantata.Runtime;

/// <summary>Reads numbers that were sent as texts.</summary>
internal static class NumberText
{
    private const NumberStyles Fraction = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public static bool TryParse(ReadOnlySpan<byte> text, out long number) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) && HasNoPadding(text);

    public static bool TryParse(ReadOnlySpan<byte> text, out decimal number) =>
        decimal.TryParse(text, Fraction, CultureInfo.InvariantCulture, out number) && HasNoPadding(text);

    // The framework overlooks zero bytes behind a number.
    private static bool HasNoPadding(ReadOnlySpan<byte> text) => text[^1] != 0;
}
