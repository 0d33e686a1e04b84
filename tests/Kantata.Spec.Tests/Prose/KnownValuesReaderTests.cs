using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Spec.Tests.Prose;

public sealed class KnownValuesReaderTests
{
    [Theory]
    [InlineData("Valid values: a, b, and c.", "a|b|c")]
    [InlineData("Valid values are `a`, `b`, and `c`.", "a|b|c")]
    [InlineData("The billing type of the milestone. Can be 'fixed_date' or 'upon_completion'.", "fixed_date|upon_completion")]
    [InlineData("The status of the integration. Options are successful, pending,  or failed.", "successful|pending|failed")]
    [InlineData("Filter by the status of the integration, this can be successful or fail.", "successful|fail")]
    [InlineData("One of: a, b or c.", "a|b|c")]
    [InlineData("Must be one of \"x\", \"y\" or \"z\".", "x|y|z")]
    [InlineData("Possible values include not started, started, needs info, and completed.", "not started|started|needs info|completed")]
    [InlineData("Valid values: `can't reproduce`, `won't fix`.", "can't reproduce|won't fix")]
    [InlineData("Valid values: can't reproduce, won't fix, and in progress.", "can't reproduce|won't fix|in progress")]
    [InlineData("Allowed values: `a` (the first), `b` (the second).", "a|b")]
    [InlineData("Available options: `only`, `exclude`, and `include`. Defaults to `exclude`.", "only|exclude|include")]
    [InlineData("Accepted values:\n- `a` - the first\n- `b` - the second\n\nMore.", "a|b")]
    [InlineData("Accepted values:\n\n- maven: the provider's team\n- buyer: the client's team\n", "maven|buyer")]
    [InlineData("Any of the following statuses: new, cancelled, rejected, approved.", "new|cancelled|rejected|approved")]
    [InlineData("Either `percentage` or `flat_fee`.", "percentage|flat_fee")]
    [InlineData("Valid values: `Post`.", "Post")]
    [InlineData("Valid values: a,b,c.", "a|b|c")]
    [InlineData("Valid values: `Time & Materials`, `% Complete (Hours)`, and `% Complete (Cost)`.", "Time & Materials|% Complete (Hours)|% Complete (Cost)")]
    [InlineData("Possible values are `a` for the first, `b` for the second, and `c` for the third.", "a|b|c")]
    public void Sets_of_values(string text, string values)
        => Assert.Equal(values.Split('|'), Read.Parameter(text).KnownValues);

    [Fact]
    public void Sets_of_numbers()
        => Assert.Equal(["0", "1", "2"], Read.Parameter("Valid values: 0 (detailed), 1 (by task), and 2 (by person).", "rollup", ValueType.Integer).KnownValues);

    [Fact]
    public void Lists_have_sets_too()
        => Assert.Equal(["new", "approved"], Read.Parameter("A comma-separated list of statuses. Valid values: new and approved.").KnownValues);

    [Theory]
    [InlineData("Values can also be negative (e.g. -10000).")]
    [InlineData("This can be set to null.")]
    [InlineData("You can only edit billing milestones that have not been invoiced.")]
    [InlineData("Invoices can be edited or deleted.")]
    [InlineData("One of the workspaces or projects that you see.")]
    [InlineData("Must be unique.")]
    [InlineData("Valid values: any name or number.")]
    [InlineData("Valid values are those which the account has.")]
    [InlineData("At least one of time_entry_ids or expense_ids is required.")]
    [InlineData("It can be a date or a time.")]
    [InlineData("The category of the expense. Any text is possible; the values are the built-in categories.")]
    [InlineData("The values are rounded up or down.")]
    [InlineData("Valid values are between 0 and 100.")]
    [InlineData("Valid values: positive numbers or zero.")]
    [InlineData("Can be opened or saved.")]
    [InlineData("")]
    public void What_may_be_prose_is_no_set(string text) => Assert.Empty(Read.Parameter(text).KnownValues);

    [Fact]
    public void True_and_false_are_a_type() => Assert.Empty(Read.Parameter("Can be `true` or `false`.", "locked", ValueType.Boolean).KnownValues);

    [Fact]
    public void Words_are_no_values_of_a_number() => Assert.Empty(Read.Parameter("Valid values: positive numbers and zero.", "count", ValueType.Integer).KnownValues);
}
