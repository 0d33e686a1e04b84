using Kantata.Generator.Shaping;
using Xunit;

namespace Kantata.Generator.Tests;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("amount_in_cents", "AmountInCents")]
    [InlineData("Billing Milestones", "BillingMilestones")]
    [InlineData("Survey Answers (Legacy)", "SurveyAnswersLegacy")]
    [InlineData("can't reproduce", "CantReproduce")]
    [InlineData("accepted payment", "AcceptedPayment")]
    [InlineData("Attachments::PostAttachment", "AttachmentsPostAttachment")]
    [InlineData("2_factor", "_2Factor")]
    [InlineData("größe", "Größe")]
    [InlineData("", "Value")]
    [InlineData("***", "Value")]
    [InlineData("a\u0000b\"c", "ABC")]
    public void A_name_of_the_api_becomes_a_name_of_a_member(string words, string expected) =>
        Assert.Equal(expected, Identifier.Pascal(words));

    [Theory]
    [InlineData("billing_milestone", "billingMilestone")]
    [InlineData("object", "@object")]
    [InlineData("event", "@event")]
    [InlineData("await", "@await")]
    public void A_name_of_the_api_becomes_a_name_of_a_parameter(string words, string expected) =>
        Assert.Equal(expected, Identifier.Camel(words));

    [Fact]
    public void A_name_that_is_taken_gets_the_suffix_and_then_a_number_whatever_its_case()
    {
        NameScope names = new(["Equals"]);

        Assert.Equal("EqualsValue", names.Claim("Equals", "Value"));
        Assert.Equal("Status", names.Claim("Status", "Value"));
        Assert.Equal("statusValue", names.Claim("status", "Value"));
        Assert.Equal("StatusValue2", names.Claim("Status", "Value"));
    }

    [Fact]
    public void Of_an_endless_name_the_beginning_is_taken() =>
        Assert.Equal("W" + new string('o', 199), Identifier.Pascal("w" + new string('o', 5_000)));
}
