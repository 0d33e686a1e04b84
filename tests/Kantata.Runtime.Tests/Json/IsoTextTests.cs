using System.Globalization;
using System.Text;
using Xunit.Abstractions;

namespace Kantata.Runtime.Tests.Json;

public class IsoTextTests(ITestOutputHelper output)
{
    [Fact]
    public void Moments_are_read_as_the_framework_reads_them()
    {
        int seed = Environment.TickCount;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}"));
        Random random = new(seed);
        for (int i = 0; i < 10_000; i++)
        {
            TimeSpan offset = TimeSpan.FromMinutes(random.Next(-14 * 60, (14 * 60) + 1));
            DateTimeOffset moment = new(random.NextInt64(TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay), offset);
            string text = moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

            Assert.True(IsoText.TryParseMoment(Encoding.ASCII.GetBytes(text), out DateTimeOffset read), text);
            Assert.True(moment.EqualsExact(read), text);
        }
    }

    [Fact]
    public void Every_day_is_read_and_no_day_that_is_none()
    {
        for (int month = 0; month <= 13; month++)
        {
            for (int day = 0; day <= 32; day++)
            {
                string text = string.Create(CultureInfo.InvariantCulture, $"2024-{month:00}-{day:00}");

                bool isDay = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly expected);

                Assert.Equal(isDay, IsoText.TryParseDate(Encoding.ASCII.GetBytes(text), out DateOnly date));
                Assert.Equal(expected, date);
            }
        }
    }

    [Theory]
    [InlineData("0000-01-01")]
    [InlineData("2023-02-29")]
    [InlineData("2024-1-001")]
    [InlineData("+024-01-01")]
    [InlineData("2024/01/01")]
    public void What_is_no_day_is_none(string text) => Assert.False(IsoText.TryParseDate(Encoding.ASCII.GetBytes(text), out _));
}
