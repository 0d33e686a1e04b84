namespace Kantata.Runtime;

/// <summary>
/// Reads days and moments that are written as the API writes them, with their quotes. What is not so is not refused, only not read here: a
/// length of 0 says so.
/// </summary>
internal static class PlainDate
{
    private const int DayLength = 12;
    private const int UtcMomentLength = 22;
    private const int MomentLength = 27;

    // 0000-00- and 00T00:00.
    private const ulong DateForm = 0x2D30_302D_3030_3030;
    private const ulong DateLimits = 0x7F76_767F_7676_7676;
    private const ulong TimeForm = 0x3030_3A30_3054_3030;
    private const ulong TimeLimits = 0x7676_7F76_767F_7676;

    /// <summary>Reads <c>"2026-01-31"</c>.</summary>
    public static int ReadDay(ReadOnlySpan<byte> json, out DateOnly day)
    {
        if (json.Length >= DayLength && json[0] == '"' && json[11] == '"'
            && TryYearAndMonth(json[1..], out int year, out int month)
            && TryPair(json[9], json[10], out int dayOfMonth) && IsDay(year, month, dayOfMonth))
        {
            day = DateOnly.FromDayNumber(DayNumber(year, month, dayOfMonth));
            return DayLength;
        }

        day = default;
        return 0;
    }

    /// <summary>Reads <c>"2026-01-31T12:00:00-08:00"</c> and <c>"2026-01-31T12:00:00Z"</c>.</summary>
    public static int ReadMoment(ReadOnlySpan<byte> json, out DateTimeOffset moment)
    {
        moment = default;
        if (json.Length < UtcMomentLength || json[0] != '"' || json[17] != ':' || !TryPair(json[18], json[19], out int second) || second > 59
            || !TryYearAndMonth(json[1..], out int year, out int month))
        {
            return 0;
        }

        ulong dayAndTime = DigitBlock.Read(json[9..], TimeForm);
        ulong pairs = DigitBlock.Pairs(dayAndTime);
        int day = DigitBlock.At(pairs, 0);
        int hour = DigitBlock.At(pairs, 3);
        int minute = DigitBlock.At(pairs, 6);
        if (!DigitBlock.IsWithin(dayAndTime, TimeLimits) || !IsDay(year, month, day) || hour > 23 || minute > 59)
        {
            return 0;
        }

        int length = ReadOffset(json, out int offsetInMinutes);
        if (length > 0)
        {
            long seconds = (DayNumber(year, month, day) * 86_400L) + (hour * 3_600) + (minute * 60) + second;
            moment = new DateTimeOffset(seconds * TimeSpan.TicksPerSecond, new TimeSpan(offsetInMinutes * TimeSpan.TicksPerMinute));
        }

        return length;
    }

    // The length of the whole text.
    private static int ReadOffset(ReadOnlySpan<byte> json, out int minutes)
    {
        minutes = 0;
        byte sign = json[20];
        if (sign == 'Z')
        {
            return json[21] == '"' ? UtcMomentLength : 0;
        }

        if (json.Length < MomentLength || sign is not ((byte)'+' or (byte)'-') || json[23] != ':' || json[26] != '"'
            || !TryPair(json[21], json[22], out int hour) || !TryPair(json[24], json[25], out int minute) || minute > 59)
        {
            return 0;
        }

        minutes = (hour * 60) + minute;
        if (minutes > 14 * 60)
        {
            return 0;
        }

        minutes = sign == '-' ? -minutes : minutes;
        return MomentLength;
    }

    private static bool TryYearAndMonth(ReadOnlySpan<byte> text, out int year, out int month)
    {
        ulong block = DigitBlock.Read(text, DateForm);
        ulong pairs = DigitBlock.Pairs(block);
        year = (DigitBlock.At(pairs, 0) * 100) + DigitBlock.At(pairs, 2);
        month = DigitBlock.At(pairs, 5);
        return DigitBlock.IsWithin(block, DateLimits);
    }

    // The first and the last year are left out: an offset may take a moment of theirs beyond what a moment can be.
    private static bool IsDay(int year, int month, int day) =>
        year is > 1 and < 9999 && month is >= 1 and <= 12 && day >= 1 && (day <= 28 || day <= DateTime.DaysInMonth(year, month));

    // The days since the first of January of the year 1. Whether a year is a leap year is not asked by a branch, as the framework does:
    // counted from March on the leap day is a year's last, and needs no asking.
    private static int DayNumber(int year, int month, int day)
    {
        int isBeforeMarch = Convert.ToInt32(month < 3);
        uint years = (uint)(year - isBeforeMarch);
        uint months = (uint)(month - 3 + (12 * isBeforeMarch));
        return (int)((years * 365) + (years / 4) - (years / 100) + (years / 400) + (((months * 153) + 2) / 5)) + day - 307;
    }

    private static bool TryPair(byte first, byte second, out int number)
    {
        uint tens = (uint)first - '0';
        uint ones = (uint)second - '0';
        number = (int)((tens * 10) + ones);
        return tens <= 9 && ones <= 9;
    }
}
