using System.Globalization;
using System.Text.Json;
using Kantata.Emulator.Values;

namespace Kantata.Emulator.Filtering;

/// <summary>Decides whether the value of a field passes. A field of several ids passes if one of them does.</summary>
internal sealed class ValueTest(Func<JsonElement, bool> test)
{
    public bool Passes(JsonElement value) => test(value);

    /// <summary>The value is the one that is written.</summary>
    public static ValueTest Equal(string text) => In([text]);

    /// <summary>The value is one of those.</summary>
    public static ValueTest In(IEnumerable<string> texts)
    {
        HashSet<string> wanted = new(texts, StringComparer.Ordinal);
        HashSet<decimal> numbers = [.. wanted.Select(ParseNumber).OfType<decimal>()];
        return new ValueTest(value => value.ValueKind == JsonValueKind.Number && value.TryGetNumber(out decimal number)
            ? numbers.Contains(number)
            : value.AsTexts().Any(wanted.Contains));
    }

    /// <summary>The value is that truth; what has no value is not true.</summary>
    public static ValueTest Is(bool wanted) => new(value => (value.ValueKind == JsonValueKind.True) == wanted);

    /// <summary>The value lies between two days or instants, both included; null for an open end.</summary>
    public static ValueTest Between(Moment? from, Moment? to) =>
        new(value => TryGetMoment(value, out Moment moment)
            && (from is not { } first || moment.CompareTo(first) >= 0)
            && (to is not { } last || moment.CompareTo(last) <= 0));

    /// <summary>The value comes after a day or an instant.</summary>
    public static ValueTest After(Moment limit) => new(value => TryGetMoment(value, out Moment moment) && Compare(moment, limit) > 0);

    /// <summary>The value comes before a day or an instant.</summary>
    public static ValueTest Before(Moment limit) => new(value => TryGetMoment(value, out Moment moment) && Compare(moment, limit) < 0);

    /// <summary>The items of a comma-separated list.</summary>
    public static string[] Split(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // A day stands for its first instant where an instant is compared with it.
    private static int Compare(Moment value, Moment limit) => value.CompareTo(value.Instant is null ? limit : limit.AsInstant());

    private static bool TryGetMoment(JsonElement value, out Moment moment)
    {
        moment = default;
        return value.ValueKind == JsonValueKind.String && Moment.TryParse(value.GetString()!, out moment);
    }

    private static decimal? ParseNumber(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;
}
