namespace Kantata.Runtime;

/// <summary>
/// Reads dates and times in ISO 8601. A time must say how far it is from UTC: without that it would mean another moment on
/// every machine.
/// </summary>
internal static class IsoText
{
    private const int DateLength = 10;

    /// <summary>Reads <c>2026-01-31</c>.</summary>
    public static bool TryParseDate(ReadOnlySpan<byte> text, out DateOnly date)
    {
        date = default;
        if (text.Length != DateLength || text[4] != '-' || text[7] != '-'
            || !TryDigits(text[..4], out int year) || !TryDigits(text[5..7], out int month) || !TryDigits(text[8..], out int day)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateOnly(year, month, day);
        return true;
    }

    /// <summary>Reads <c>2026-01-31T12:00:00-08:00</c>; also with a fraction of a second, without seconds, and with <c>Z</c> for UTC.</summary>
    public static bool TryParseMoment(ReadOnlySpan<byte> text, out DateTimeOffset moment)
    {
        moment = default;
        if (text.Length <= DateLength || text[DateLength] != 'T' || !TryParseDate(text[..DateLength], out DateOnly date))
        {
            return false;
        }

        ReadOnlySpan<byte> rest = text[(DateLength + 1)..];
        int zone = rest.IndexOfAny((byte)'Z', (byte)'+', (byte)'-');
        if (zone < 0 || !TryParseTime(rest[..zone], out TimeSpan time) || !TryParseOffset(rest[zone..], out TimeSpan offset))
        {
            return false;
        }

        DateTime local = date.ToDateTime(TimeOnly.MinValue) + time;
        long utc = local.Ticks - offset.Ticks;
        if (utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        moment = new DateTimeOffset(local, offset);
        return true;
    }

    private static bool TryParseTime(ReadOnlySpan<byte> text, out TimeSpan time)
    {
        time = default;
        int second = 0;
        int fraction = 0;
        if (text.Length < 5 || text[2] != ':' || !TryDigits(text[..2], out int hour) || !TryDigits(text[3..5], out int minute) || hour > 23 || minute > 59)
        {
            return false;
        }

        if (text.Length > 5 && (text.Length < 8 || text[5] != ':' || !TryDigits(text[6..8], out second) || second > 59))
        {
            return false;
        }

        if (text.Length > 8 && (text[8] != '.' || !TryFraction(text[9..], out fraction)))
        {
            return false;
        }

        time = new TimeSpan(hour, minute, second) + TimeSpan.FromTicks(fraction);
        return true;
    }

    // In ticks, of which a second has ten million; digits beyond them are finer than a moment can be.
    private static bool TryFraction(ReadOnlySpan<byte> text, out int ticks)
    {
        ticks = 0;
        if (text.IsEmpty || text.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return false;
        }

        for (int i = 0; i < 7; i++)
        {
            ticks = (ticks * 10) + (i < text.Length ? text[i] - '0' : 0);
        }

        return true;
    }

    private static bool TryParseOffset(ReadOnlySpan<byte> text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text is [(byte)'Z'])
        {
            return true;
        }

        ReadOnlySpan<byte> minutes = text.Length == 6 && text[3] == ':' ? text[4..] : text.Length == 5 ? text[3..] : default;
        if (minutes.IsEmpty || text[0] == 'Z' || !TryDigits(text[1..3], out int hour) || !TryDigits(minutes, out int minute) || minute > 59 || (hour * 60) + minute > 14 * 60)
        {
            return false;
        }

        offset = new TimeSpan(hour, minute, 0);
        if (text[0] == '-')
        {
            offset = -offset;
        }

        return true;
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        foreach (byte digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            number = (number * 10) + (digit - '0');
        }

        return true;
    }
}
