using System.Globalization;
using System.Text;
using Xunit.Abstractions;

namespace Kantata.Runtime.Tests.Json;

public class PlainFormTests(ITestOutputHelper output)
{
    private const string Alphabet = "0123456789-:TZ+\"., }";

    [Theory]
    [InlineData("\"2026-01-31T23:59:58-08:00\",", 27, "2026-01-31T23:59:58-08:00")]
    [InlineData("\"2024-02-29T00:00:00+05:30\"", 27, "2024-02-29T00:00:00+05:30")]
    [InlineData("\"2026-12-01T12:30:00Z\"}", 22, "2026-12-01T12:30:00+00:00")]
    public void A_moment_as_the_API_writes_it_is_read_with_its_quotes(string json, int length, string expected)
    {
        Assert.Equal(length, PlainDate.ReadMoment(Encoding.ASCII.GetBytes(json), out DateTimeOffset moment));
        Assert.True(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture).EqualsExact(moment));
    }

    [Theory]
    [InlineData("\"2026-02-29T00:00:00Z\"")]
    [InlineData("\"2026-01-31T24:00:00Z\"")]
    [InlineData("\"2026-01-31T00:60:00Z\"")]
    [InlineData("\"2026-01-31T00:00:60Z\"")]
    [InlineData("\"2026-01-31T00:00:00+14:01\"")]
    [InlineData("\"2026-01-31T00:00:00-08:60\"")]
    [InlineData("\"2026-01-31T00:00:00.5Z\"")]
    [InlineData("\"2026-01-31t00:00:00Z\"")]
    [InlineData("\"2026-01-31T00:00:00Z")]
    [InlineData("\"0001-01-01T00:00:00+01:00\"")]
    [InlineData("\"2026-00-31T00:00:00Z\"")]
    [InlineData("\"2026-01-00T00:00:00Z\"")]
    public void What_is_not_written_so_is_left_to_others(string json) =>
        Assert.Equal(0, PlainDate.ReadMoment(Encoding.ASCII.GetBytes(json), out _));

    [Fact]
    public void What_is_read_here_is_read_the_same_by_the_reader_of_all_forms()
    {
        int seed = Environment.TickCount;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}"));
        Random random = new(seed);
        int read = 0;
        for (int i = 0; i < 200_000; i++)
        {
            byte[] json = Encoding.ASCII.GetBytes(i % 2 == 0 ? "\"2026-01-31T12:30:45-08:00\"" : "\"2026-01-31T12:30:45Z\"");
            for (int change = random.Next(3); change > 0; change--)
            {
                json[random.Next(json.Length)] = (byte)Alphabet[random.Next(Alphabet.Length)];
            }

            string text = Encoding.ASCII.GetString(json);
            if (PlainDate.ReadMoment(json, out DateTimeOffset moment) is > 0 and int length)
            {
                read++;
                Assert.True(IsoText.TryParseMoment(json.AsSpan(1, length - 2), out DateTimeOffset expected), text);
                Assert.True(expected.EqualsExact(moment), text);
            }

            if (PlainDate.ReadDay([.. json.AsSpan(0, 11), (byte)'"'], out DateOnly day) > 0)
            {
                Assert.True(IsoText.TryParseDate(json.AsSpan(1, 10), out DateOnly expected), text);
                Assert.Equal(expected, day);
            }
        }

        Assert.True(read > 10_000, "too few of the changed texts were read for the comparison to tell anything");
    }

    [Fact]
    public void Every_day_of_four_centuries_is_the_day_that_it_says()
    {
        for (DateOnly day = new(1900, 1, 1); day.Year < 2301; day = day.AddDays(1))
        {
            byte[] json = Encoding.ASCII.GetBytes($"\"{day:yyyy-MM-dd}T00:00:00Z\"");

            Assert.Equal(22, PlainDate.ReadMoment(json, out DateTimeOffset moment));
            Assert.Equal(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero), moment);
        }
    }

    [Theory]
    [InlineData("7", 7L)]
    [InlineData("12345678", 12345678L)]
    [InlineData("123456789", 123456789L)]
    [InlineData("100000000000000", 100000000000000L)]
    [InlineData("1234567890123456", 1234567890123456L)]
    [InlineData("123456789012345678", 123456789012345678L)]
    public void An_id_is_read_whatever_its_length_and_whatever_follows(string digits, long expected)
    {
        for (int following = 0; following < 20; following++)
        {
            byte[] json = Encoding.ASCII.GetBytes($"\"{digits}\"{new string(',', following)}");

            Assert.Equal(digits.Length + 2, ReadId(json, out long number));
            Assert.Equal(expected, number);
        }
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"0\"")]
    [InlineData("\"007\"")]
    [InlineData("\"-7\"")]
    [InlineData("\"12a45678\"")]
    [InlineData("\"12345678:done\"")]
    [InlineData("\"1234567890123456789\"")]
    [InlineData("\"12345678")]
    public void An_id_that_is_no_plain_number_is_left_to_others(string json)
    {
        Assert.Equal(0, ReadId(Encoding.ASCII.GetBytes(json), out _));
        Assert.Equal(0, ReadId(Encoding.ASCII.GetBytes(json + new string(' ', 20)), out _));
    }

    [Theory]
    [InlineData("0,", 0L, 1)]
    [InlineData("-0,", 0L, 2)]
    [InlineData("12345678 ", 12345678L, 8)]
    [InlineData("-123456789}", -123456789L, 10)]
    [InlineData("123456789012345678]", 123456789012345678L, 18)]
    [InlineData("5,\"a\":1234", 5L, 1)]
    public void A_whole_number_is_read_whatever_its_length(string json, long expected, int length)
    {
        Assert.Equal(length, PlainNumber.ReadInt64(Encoding.ASCII.GetBytes(json), out long number));
        Assert.Equal(expected, number);
    }

    private static int ReadId(byte[] json, out long number) =>
        PlainNumber.ReadId(json, out number) is > 0 and int length ? length : PlainNumber.ReadOddId(json, out number);
}
