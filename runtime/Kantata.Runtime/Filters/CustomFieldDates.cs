using Kantata.Runtime;

namespace Kantata;

/// <summary>A filter by the date in a custom field, written <c>FIELD:FROM:TO</c>.</summary>
public sealed class CustomFieldDates : CustomFieldFilter
{
    private CustomFieldDates(IdValue field, string value)
        : base(field, value)
    {
    }

    /// <summary>Keeps what has a date in a span of days.</summary>
    /// <param name="field">The id of the custom field.</param>
    /// <param name="from">The first day; null for none.</param>
    /// <param name="to">The last day; null for none.</param>
    /// <exception cref="ArgumentException">The id is not a number, both days are null, or the span ends before it begins.</exception>
    public static CustomFieldDates Between(IdValue field, DateOnly? from, DateOnly? to) =>
        new(field, QueryValue.Range(nameof(from), from, to, ':', QueryValue.Of));
}
