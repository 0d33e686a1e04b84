using Xunit;

namespace BillingDesk.Tests;

public sealed class QuarterTests
{
    [Theory]
    [InlineData("2026-01-01", "Q1 2026", "2026-01-01", "2026-03-31")]
    [InlineData("2026-06-30", "Q2 2026", "2026-04-01", "2026-06-30")]
    [InlineData("2026-07-01", "Q3 2026", "2026-07-01", "2026-09-30")]
    [InlineData("2026-12-31", "Q4 2026", "2026-10-01", "2026-12-31")]
    public void A_day_belongs_to_the_quarter_of_its_month(string day, string name, string first, string last)
    {
        Quarter quarter = Quarter.Of(DateOnly.Parse(day));

        Assert.Equal((name, first, last), (quarter.ToString(), Format.Date(quarter.FirstDay), Format.Date(quarter.LastDay)));
    }
}
