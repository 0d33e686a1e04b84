using Kantata.Spec.Collections;
using Kantata.Spec.Model;

namespace Kantata.Spec.Tests.Prose;

public sealed class RequirementReaderTests
{
    [Theory]
    [InlineData("This field is required when the billing_type is set to upon_completion.", ConditionKind.Equals, "billing_type", "upon_completion")]
    [InlineData("This field is required when the `billing_type` is set to `upon_completion`.", ConditionKind.Equals, "billing_type", "upon_completion")]
    [InlineData("Required if type is `after`.", ConditionKind.Equals, "type", "after")]
    [InlineData("Required when direct=true.", ConditionKind.Equals, "direct", "true")]
    [InlineData("Required unless direct is true.", ConditionKind.NotEquals, "direct", "true")]
    [InlineData("Required when cadence is not hourly.", ConditionKind.NotEquals, "cadence", "hourly")]
    [InlineData("Required unless workspace_ids is given.", ConditionKind.Absent, "workspace_ids", null)]
    [InlineData("Required when workspace_ids is absent.", ConditionKind.Absent, "workspace_ids", null)]
    [InlineData("Required if workspace_ids is not provided.", ConditionKind.Absent, "workspace_ids", null)]
    [InlineData("Required if user_id is null.", ConditionKind.Absent, "user_id", null)]
    [InlineData("Required when subject_id is present.", ConditionKind.Present, "subject_id", null)]
    [InlineData("When the budgeted field is set to true, this field is required.", ConditionKind.Equals, "budgeted", "true")]
    [InlineData("The start. Required only if estimate_scenario_id is given, and else optional.", ConditionKind.Present, "estimate_scenario_id", null)]
    public void Conditions(string text, ConditionKind kind, string field, string? value)
        => Assert.Equal(new Condition(kind, EquatableArray.Of(field), value), Read.Parameter(text).RequiredWhen);

    [Theory]
    [InlineData("Required when the post is a reply.")]
    [InlineData("Required when the type is set to after or between.")]
    [InlineData("Required for the first workweek.")]
    [InlineData("It is required when something changes.")]
    [InlineData("When the story is done, the invoice is required.")]
    [InlineData("The required hours.")]
    [InlineData("")]
    public void What_cannot_be_read_is_no_condition(string text) => Assert.Null(Read.Parameter(text).RequiredWhen);

    [Theory]
    [InlineData("At least one of a_ids, b_ids, or c_ids is required.")]
    [InlineData("You must give at least one of `a_ids`, `b_ids` and `c_ids`.")]
    [InlineData("The items. At least one of a_ids, b_ids or c_ids must be provided.")]
    public void One_of_several_fields(string text) => Assert.Equal(["a_ids", "b_ids", "c_ids"], Read.Parameter(text).AtLeastOneOf);

    [Fact]
    public void One_of_several_things_is_no_field() => Assert.Empty(Read.Parameter("At least one of your invoices is required.").AtLeastOneOf);

    [Theory]
    [InlineData("Required.")]
    [InlineData("The subject. This parameter is required.")]
    [InlineData("The name (required).")]
    public void Always(string text) => Assert.True(Read.Parameter(text).IsRequired);

    [Theory]
    [InlineData("Required when a_id is given.")]
    [InlineData("Whether approval is required for time.")]
    [InlineData("The hours that are required for it.")]
    public void Not_always(string text) => Assert.False(Read.Parameter(text).IsRequired);
}
