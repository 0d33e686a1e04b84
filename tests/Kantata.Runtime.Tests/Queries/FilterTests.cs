using System.Globalization;
using Kantata.Runtime.Tests.Testing;

namespace Kantata.Runtime.Tests.Queries;

public sealed class FilterTests : IDisposable
{
    private readonly StubServer _server = new();
    private readonly KantataClient _kantata;

    public FilterTests() => _kantata = _server.Client();

    public void Dispose()
    {
        _kantata.Dispose();
        _server.Dispose();
    }

    private UsersListQuery List => _kantata.Users.List();

    [Fact]
    public void Choices()
    {
        Assert.Equal("5:10", CustomFieldChoices.Of(5, 10).ToString());
        Assert.Equal("5:10,11", CustomFieldChoices.Of(5, 10, 11).ToString());
        Assert.Equal("5:blank", CustomFieldChoices.Blank(5).ToString());
        Assert.Equal("5:10", CustomFieldChoices.Of(new Id<User>(5).Value, ((Id<User>)"10").Value).ToString());
    }

    [Fact]
    public void Choices_need_one_at_least_and_numbers()
    {
        Assert.Equal("There is no choice. (Parameter 'choices')", Assert.Throws<ArgumentException>(() => CustomFieldChoices.Of(5)).Message);
        Assert.Equal("The id \"a:b\" is not a number. (Parameter 'choices')", Assert.Throws<ArgumentException>(() => CustomFieldChoices.Of(5, (IdValue)"a:b")).Message);
        Assert.Equal("The id is empty. (Parameter 'field')", Assert.Throws<ArgumentException>(() => CustomFieldChoices.Blank(default)).Message);
        Assert.Equal("The id \"x\" is not a number. (Parameter 'field')", Assert.Throws<ArgumentException>(() => CustomFieldChoices.Blank((IdValue)"x")).Message);
    }

    [Fact]
    public void Amounts()
    {
        Assert.Equal("1:200.2:USD", CustomFieldAmount.Of(1, 200.2m, "USD").ToString());
        Assert.Equal("2:100", CustomFieldAmount.Of(2, 100).ToString());
        Assert.Equal("2:-0.5:EUR", CustomFieldAmount.Of(2, -0.5m, "eur").ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("US")]
    [InlineData("USDX")]
    [InlineData("U:D")]
    [InlineData("ÜSD")]
    public void A_currency_has_three_letters(string currency)
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => CustomFieldAmount.Of(1, 1, currency));

        Assert.Equal($"\"{currency}\" is not the code of a currency, which has three letters. (Parameter 'currency')", e.Message);
    }

    [Fact]
    public void Dates()
    {
        Assert.Equal("5:2026-01-01:2026-01-31", CustomFieldDates.Between(5, new(2026, 1, 1), new(2026, 1, 31)).ToString());
        Assert.Equal("5:2026-01-01:", CustomFieldDates.Between(5, new(2026, 1, 1), null).ToString());
        Assert.Equal("5::2026-01-31", CustomFieldDates.Between(5, null, new(2026, 1, 31)).ToString());
        Assert.Throws<ArgumentException>(() => CustomFieldDates.Between(5, null, null));
        Assert.Throws<ArgumentException>(() => CustomFieldDates.Between(5, new(2026, 1, 2), new(2026, 1, 1)));
    }

    [Fact]
    public void Numbers()
    {
        Assert.Equal("5:12.50", CustomFieldNumber.Of(5, 12.50m).ToString());
        Assert.Equal("5:-3", CustomFieldNumber.Of(5, -3).ToString());
    }

    [Fact]
    public void Ranges()
    {
        Assert.Equal("5:-3:12", CustomFieldRange.Between(5, -3, 12).ToString());
        Assert.Equal("5:3:3", CustomFieldRange.Between(5, 3, 3).ToString());
        Assert.Throws<ArgumentException>(() => CustomFieldRange.Between(5, 4, 3));
    }

    [Fact]
    public void Texts()
    {
        Assert.Equal("5:red, or green", CustomFieldText.Of(5, "red, or green").ToString());
        Assert.Equal("5", CustomFieldText.Any(5).ToString());
    }

    [Theory]
    [InlineData("a:b")]
    [InlineData("a;b")]
    [InlineData("(a")]
    [InlineData("a)")]
    public void A_text_that_the_grammar_cannot_carry_is_refused(string text)
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => CustomFieldText.Of(5, text));

        Assert.Equal($"The text \"{text}\" holds a parenthesis, a colon or a semicolon, which part the filters. (Parameter 'text')", e.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_blank_text_would_ask_for_any_and_is_refused(string text)
    {
        Assert.Throws<ArgumentException>(() => CustomFieldText.Of(5, text));
    }

    [Fact]
    public void Organizations()
    {
        Assert.Equal("1,2;3,4", OrganizationIds.Of([1, 2], [3, 4]).ToString());
        Assert.Equal("1", OrganizationIds.Of(geographies: [1]).ToString());
        Assert.Equal(";3", OrganizationIds.Of(departments: [3]).ToString());
        Assert.Throws<ArgumentException>(() => OrganizationIds.Of());
        Assert.Throws<ArgumentException>(() => OrganizationIds.Of([], []));
        Assert.Throws<ArgumentException>(() => OrganizationIds.Of([(IdValue)"1;2"]));
    }

    [Fact]
    public void A_gap_of_timesheets()
    {
        Assert.Equal("10:2026-01-05:2026-01-11", TimesheetGap.Between(10, new(2026, 1, 5), new(2026, 1, 11)).ToString());
        Assert.Equal("10:2026-01-05:2026-01-05", TimesheetGap.Between(10, new(2026, 1, 5), new(2026, 1, 5)).ToString());
        Assert.Throws<ArgumentException>(() => TimesheetGap.Between(10, new(2026, 1, 11), new(2026, 1, 5)));
        Assert.Throws<ArgumentException>(() => TimesheetGap.Between((IdValue)"10:x", new(2026, 1, 5), new(2026, 1, 5)));
    }

    [Fact]
    public void Skills_at_levels()
    {
        Assert.Equal("{'234':[3,4],'235':[1],'operation':'or'}", SkillLevels.AnyOf(234, 3, 4).With(235, 1).ToString());
        Assert.Equal("{'234':[3],'operation':'and'}", SkillLevels.AllOf(234, 3).ToString());
        Assert.Throws<ArgumentException>(() => SkillLevels.AnyOf(234));
        Assert.Throws<ArgumentException>(() => SkillLevels.AnyOf((IdValue)"ids", 1));
        Assert.Equal("The skill 234 is there already. (Parameter 'skill')", Assert.Throws<ArgumentException>(() => SkillLevels.AnyOf(234, 3).With(234, 4)).Message);
    }

    [Fact]
    public void Adding_a_skill_leaves_the_first_as_it_is()
    {
        SkillLevels first = SkillLevels.AnyOf(234, 3);

        _ = first.With(235, 4);

        Assert.Equal("{'234':[3],'operation':'or'}", first.ToString());
    }

    [Fact]
    public void Filters_that_are_written_alike_are_equal()
    {
        Assert.Equal(CustomFieldText.Of(5, "red"), CustomFieldText.Of(5, "red"));
        Assert.Equal(CustomFieldText.Of(5, "red").GetHashCode(), CustomFieldText.Of(5, "red").GetHashCode());
        Assert.NotEqual(CustomFieldText.Of(5, "red"), CustomFieldText.Of(6, "red"));
        Assert.NotEqual<CustomFieldFilter>(CustomFieldText.Of(5, "10"), CustomFieldChoices.Of(5, 10));
        Assert.Equal(5, CustomFieldText.Of(5, "red").Field);
    }

    [Fact]
    public async Task One_filter_is_written_as_it_is_and_several_in_parentheses()
    {
        Assert.Equal("by_custom_currency_value=1:200.2:USD", await SentBy(List.ByCustomCurrencyValue(CustomFieldAmount.Of(1, 200.2m, "USD"))));
        Assert.Equal(
            "by_custom_currency_value=(1:200.2:USD):(2:100)",
            Unescaped(await SentBy(List.ByCustomCurrencyValue(CustomFieldAmount.Of(1, 200.2m, "USD"), CustomFieldAmount.Of(2, 100)))));
        Assert.Equal(
            "by_custom_text_value=(5:red+):(5:a&b=c)",
            Unescaped(await SentBy(List.ByCustomTextValue(CustomFieldText.Of(5, "red+"), CustomFieldText.Of(5, "a&b=c")))));
        Assert.Equal(
            "by_custom_choice_value=(5:blank):(6:1,2)",
            Unescaped(await SentBy(List.ByCustomChoiceValue(CustomFieldChoices.Blank(5), CustomFieldChoices.Of(6, 1, 2)))));
        Assert.Equal("by_custom_number_value=5:1.5", await SentBy(List.ByCustomNumberValue(CustomFieldNumber.Of(5, 1.5m))));
        Assert.Equal("by_custom_date_value=5:2026-01-01:", await SentBy(List.ByCustomDateValue(CustomFieldDates.Between(5, new(2026, 1, 1), null))));
    }

    [Fact]
    public async Task Where_a_semicolon_parts_filters_they_have_no_parentheses()
    {
        Assert.Equal(
            "by_custom_date_field=5:2026-01-01:2026-01-31;6::2026-02-01",
            Unescaped(await SentBy(List.ByCustomDateField(CustomFieldDates.Between(5, new(2026, 1, 1), new(2026, 1, 31)), CustomFieldDates.Between(6, null, new(2026, 2, 1))))));
    }

    [Fact]
    public void No_filter_at_all_is_refused()
    {
        Assert.Throws<ArgumentException>(() => List.ByCustomNumberValue());
        Assert.Throws<ArgumentException>(() => List.ByCustomNumberValue(CustomFieldNumber.Of(5, 1), null!));
        Assert.Throws<ArgumentNullException>(() => List.ByCustomNumberValue(null!));
        Assert.Throws<ArgumentNullException>(() => List.WithSkills(null!));
        Assert.Throws<ArgumentNullException>(() => List.WithSkillsAsJson(null!));
    }

    [Fact]
    public async Task Skills_have_two_writings()
    {
        SkillLevels skills = SkillLevels.AllOf(234, 3).With(235, 1, 2);

        Assert.Equal("with_skills={'234':[3],'235':[1,2],'operation':'and'}", Unescaped(await SentBy(List.WithSkills(skills))));
        Assert.Equal("""with_skills={"ids":[234,235],"234":[3],"235":[1,2],"operation":"and"}""", Unescaped(await SentBy(List.WithSkillsAsJson(skills))));
    }

    [Fact]
    public async Task Others_are_written_as_they_are()
    {
        Assert.Equal(
            "belonging_to_orgs=1,2;3&without_timesheet_submission=10:2026-01-05:2026-01-11",
            Unescaped(await SentBy(List.BelongingToOrgs(OrganizationIds.Of([1, 2], [3])).WithoutTimesheetSubmission(TimesheetGap.Between(10, new(2026, 1, 5), new(2026, 1, 11))))));
    }

    [Fact]
    public void Filters_are_written_the_same_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NumberDecimalSeparator = ",";
        odd.NumberFormat.NegativeSign = "~";
        try
        {
            CultureInfo.CurrentCulture = odd;

            Assert.Equal("5:-1.5", CustomFieldNumber.Of(5, -1.5m).ToString());
            Assert.Equal("{'5':[-1],'operation':'or'}", SkillLevels.AnyOf(5, -1).ToString());
            Assert.Equal("-5:1,-2", CustomFieldChoices.Of(-5, 1, -2).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Unescaped(string query) => Uri.UnescapeDataString(query);

    private async Task<string> SentBy(UsersListQuery query)
    {
        _server.Answers("""{"count": 0, "results": []}""");
        await query.GetPageAsync(1);
        return string.Join('&', _server.Received[^1].Query.Split('&').Where(part => !part.StartsWith("page", StringComparison.Ordinal) && !part.StartsWith("per_page", StringComparison.Ordinal)));
    }
}
