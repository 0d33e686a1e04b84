namespace BillingDesk;

/// <summary>A quarter of a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Number">1 to 4.</param>
internal readonly record struct Quarter(int Year, int Number)
{
    public DateOnly FirstDay => new(Year, (Number * 3) - 2, 1);

    public DateOnly LastDay => FirstDay.AddMonths(3).AddDays(-1);

    public static Quarter Of(DateOnly day) => new(day.Year, (day.Month + 2) / 3);

    public override string ToString() => $"Q{Number} {Year}";
}
