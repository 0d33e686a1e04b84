using System.Globalization;

namespace Kantata.Emulator.Values;

/// <summary>A day, or an instant with the day on which it falls where it was written down.</summary>
internal readonly record struct Moment : IComparable<Moment>
{
    private static readonly string[] s_instantFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd'T'HHmmssK",
        "yyyy-MM-dd' 'HH:mm:ssK",
    ];

    private Moment(DateOnly day, DateTimeOffset? instant)
    {
        Day = day;
        Instant = instant;
    }

    public DateOnly Day { get; }

    /// <summary>The instant; null for a whole day.</summary>
    public DateTimeOffset? Instant { get; }

    public static bool TryParse(string text, out Moment moment)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            moment = new Moment(day, null);
            return true;
        }

        bool isInstant = DateTimeOffset.TryParseExact(text, s_instantFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant);
        moment = isInstant ? new Moment(DateOnly.FromDateTime(instant.DateTime), instant) : default;
        return isInstant;
    }

    /// <summary>Compares instants, or days where one of the two is a day.</summary>
    public int CompareTo(Moment other) => Instant is { } instant && other.Instant is { } otherInstant
        ? instant.CompareTo(otherInstant)
        : Day.CompareTo(other.Day);

    /// <summary>The beginning of a day in UTC; an instant as it is.</summary>
    public Moment AsInstant() => Instant is null ? new Moment(Day, new DateTimeOffset(Day, TimeOnly.MinValue, TimeSpan.Zero)) : this;
}
