using System.Text.Json;
using Kantata.Emulator.Filtering;
using Kantata.Emulator.Responses;
using Kantata.Emulator.Store;
using Kantata.Emulator.Values;
using Kantata.Spec.Collections;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Tests;

public sealed class ValueTests
{
    [Theory]
    [InlineData("2026-01-01:2026-01-31", "2026-01-01", "2026-01-31")]
    [InlineData("2026-01-01;2026-01-31", "2026-01-01", "2026-01-31")]
    [InlineData("2026-01-01:", "2026-01-01", null)]
    [InlineData(";2026-01-31", null, "2026-01-31")]
    [InlineData("2026-01-01T080000Z:2026-01-31T090000Z", "2026-01-01", "2026-01-31")]
    [InlineData("2026-01-01T08:00:00Z:2026-01-31T09:00:00-08:00", "2026-01-01", "2026-01-31")]
    public void A_range_has_two_ends_of_which_one_may_be_open(string text, string? from, string? to)
    {
        Assert.True(MomentRange.TryParse(text, out MomentRange range));

        Assert.Equal(from, range.From?.Day.ToString("yyyy-MM-dd"));
        Assert.Equal(to, range.To?.Day.ToString("yyyy-MM-dd"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(":")]
    [InlineData("2026-01-01")]
    [InlineData("2026-01-01:2026-13-01")]
    [InlineData("2026-01-01:2026-01-31:2026-02-28")]
    public void What_is_no_range_is_not_read_as_one(string text) => Assert.False(MomentRange.TryParse(text, out _));

    [Fact]
    public void Ids_are_ordered_as_numbers_and_before_composite_ones()
    {
        string[] ids = ["42:b", "100", "9", "99999999999999999999999", "42:a", "20"];

        Assert.Equal(["9", "20", "100", "99999999999999999999999", "42:a", "42:b"], ids.Order(IdComparer.Instance));
    }

    [Fact]
    public void A_sample_of_a_file_holds_its_headings()
    {
        ApiResponse response = SampleDocument.Write(
            new Response
            {
                Status = 200,
                Shape = ResponseShape.File,
                Fields = EquatableArray.Of(new Value { Name = "date", Type = ValueType.String }, new Value { Name = "rate", Type = ValueType.Number }),
            },
            new Dictionary<string, JsonElement>());

        Assert.Equal("text/csv; charset=utf-8", response.ContentType);
        Assert.Equal("date,rate\n"u8, response.Body.Span);
    }

    [Fact]
    public void A_sample_of_an_array_holds_one_item()
    {
        ApiResponse response = SampleDocument.Write(
            new Response { Shape = ResponseShape.Array, Fields = EquatableArray.Of(new Value { Name = "identifier", Type = ValueType.String }) },
            new Dictionary<string, JsonElement> { ["identifier"] = JsonValues.Of("x") });

        Assert.Equal(200, response.Status);
        Assert.Equal("""[{"identifier":"x"}]"""u8, response.Body.Span);
    }
}
