using System.Globalization;

namespace Kantata.Runtime.Tests.Values;

public class IdTests
{
    [Fact]
    public void An_id_comes_from_an_integer_by_itself()
    {
        Id<Workspace> id = 10;

        Assert.Equal("10", id.ToString());
        Assert.True(id.Value.TryGetNumber(out long number));
        Assert.Equal(10, number);
    }

    [Fact]
    public void An_id_comes_from_a_text_by_a_cast()
    {
        Id<Workspace> id = (Id<Workspace>)"42:percent_complete";

        Assert.Equal("42:percent_complete", id.ToString());
        Assert.False(id.Value.IsNumber);
    }

    [Theory]
    [InlineData("42", 42)]
    [InlineData("0", 0)]
    [InlineData("-7", -7)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    public void A_text_of_digits_is_the_number_it_spells(string text, long number)
    {
        Id<Story> fromText = (Id<Story>)text;
        Id<Story> fromNumber = number;

        Assert.Equal(fromNumber, fromText);
        Assert.True(fromNumber == fromText);
        Assert.Equal(fromNumber.GetHashCode(), fromText.GetHashCode());
        Assert.True(fromText.Value.IsNumber);
    }

    [Theory]
    [InlineData("042")]
    [InlineData("+42")]
    [InlineData("-0")]
    [InlineData("-")]
    [InlineData(" 42")]
    [InlineData("42 ")]
    [InlineData("4 2")]
    [InlineData("1,000")]
    [InlineData("٤٢")]
    [InlineData("9223372036854775808")]
    public void A_text_that_no_number_is_written_as_stays_a_text(string text)
    {
        Id<Story> id = (Id<Story>)text;

        Assert.False(id.Value.IsNumber);
        Assert.Equal(text, id.ToString());
    }

    [Fact]
    public void An_unset_id_is_no_id_and_not_the_id_0()
    {
        Id<Story> unset = default;

        Assert.True(unset.IsEmpty);
        Assert.Equal("", unset.ToString());
        Assert.NotEqual(unset, 0L);
        Assert.NotEqual(unset.Value, new IdValue(0));
        Assert.Equal(unset, default);
    }

    [Fact]
    public void A_text_that_looks_like_the_mark_of_a_number_is_a_text()
    {
        Assert.NotEqual(new IdValue(0), new IdValue("#"));
        Assert.NotEqual(new IdValue("#"), new IdValue(0));
        Assert.False(new IdValue("#").IsNumber);
    }

    [Fact]
    public void Texts_are_equal_letter_by_letter()
    {
        Assert.Equal(new IdValue("1:a"), new IdValue(string.Concat("1", ":a")));
        Assert.NotEqual(new IdValue("1:a"), new IdValue("1:A"));
        Assert.True(new IdValue("1:a") != new IdValue("1:b"));
    }

    [Fact]
    public void Ids_of_no_text_are_refused()
    {
        Assert.Throws<ArgumentException>(() => (Id<Story>)"");
        Assert.Throws<ArgumentNullException>(() => new IdValue(null!));
    }

    [Fact]
    public void Numbers_are_written_the_same_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NegativeSign = "~";
        try
        {
            CultureInfo.CurrentCulture = odd;

            Assert.Equal("-7", new Id<Story>(-7).ToString());
            Assert.Equal(-7, (Id<Story>)"-7");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
