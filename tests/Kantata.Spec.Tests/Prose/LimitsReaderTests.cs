using System.Globalization;
using Kantata.Spec.Prose;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Spec.Tests.Prose;

public sealed class LimitsReaderTests
{
    [Theory]
    [InlineData("A level from 1 to 5.", "1", "5")]
    [InlineData("Between 0 and 100.", "0", "100")]
    [InlineData("The nesting level (0 to 4).", "0", "4")]
    [InlineData("Records on a page: 20 unless given, at most 200.", null, "200")]
    [InlineData("A number of 1 or more.", "1", null)]
    [InlineData("The maximum is 200.", null, "200")]
    [InlineData("The minimum value is 0.5.", "0.5", null)]
    [InlineData("Up to 1,000.", null, "1000")]
    public void Ranges_of_numbers(string text, string? minimum, string? maximum)
    {
        ProseFacts facts = Read.Parameter(text, "level", ValueType.Number);

        Assert.Equal(minimum is null ? null : decimal.Parse(minimum, CultureInfo.InvariantCulture), facts.Minimum);
        Assert.Equal(maximum is null ? null : decimal.Parse(maximum, CultureInfo.InvariantCulture), facts.Maximum);
    }

    [Theory]
    [InlineData("At most 10 MB.")]
    [InlineData("Up to 2 decimals, may be negative.")]
    [InlineData("The page to answer, from 1.")]
    [InlineData("At least one of them.")]
    [InlineData("From the start to the end.")]
    [InlineData("Tasks with 2 or more users.")]
    [InlineData("Needs at least 2 approvers.")]
    public void What_limits_something_else_is_no_limit(string text)
    {
        ProseFacts facts = Read.Parameter(text, "value", ValueType.Number);

        Assert.Null(facts.Minimum);
        Assert.Null(facts.Maximum);
    }

    [Theory]
    [InlineData("A name of up to 255 characters.", 255)]
    [InlineData("At most 999 characters.", 999)]
    [InlineData("Maximum length 30 characters.", 30)]
    public void Lengths_of_texts(string text, int most) => Assert.Equal(most, Read.Parameter(text).MaxLength);

    [Fact]
    public void Texts_have_no_range() => Assert.Null(Read.Parameter("From 1 to 5.").Maximum);
}
