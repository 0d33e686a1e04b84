using Xunit;

namespace Kantata.Client.Tests;

public sealed class ValueSetTests
{
    [Fact]
    public void Values_of_the_same_text_are_equal_and_others_are_not()
    {
        BillingType value = BillingType.From("upon_completion");

        Assert.True(value == BillingType.UponCompletion);
        Assert.True(value == "upon_completion");
        Assert.True(value != BillingType.FixedDate);
        Assert.Equal(BillingType.UponCompletion.GetHashCode(), value.GetHashCode());
        Assert.Equal("upon_completion", value.ToString());
    }

    [Fact]
    public void An_empty_text_is_the_default_value()
    {
        BillingType value = BillingType.From("");

        Assert.True(value == default);
        Assert.Equal(default(BillingType).GetHashCode(), value.GetHashCode());
        Assert.Equal("", value.Value);
        Assert.Equal("", default(BillingType).ToString());
    }
}
