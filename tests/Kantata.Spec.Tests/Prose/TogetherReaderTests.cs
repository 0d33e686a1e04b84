namespace Kantata.Spec.Tests.Prose;

public sealed class TogetherReaderTests
{
    [Theory]
    [InlineData("The files on the posts. Only given together with the `only` parameter.", "only")]
    [InlineData("Only given together with the only parameter.", "only")]
    [InlineData("Seen only by administrators, and only together with the `on_my_account` filter.", "on_my_account")]
    [InlineData("Needs plannable=true, and include_unnamed=true for unnamed resources.", "plannable")]
    [InlineData("Keeps events on these subjects. Needs subject_type.", "subject_type")]
    [InlineData("Requires `subject_type`.", "subject_type")]
    public void What_needs_another_parameter(string text, string parameter) => Assert.Equal(parameter, Read.Parameter(text).Needs);

    [Theory]
    [InlineData("Needs the primary organization feature.")]
    [InlineData("Needs financial access with the permission Project Lead or higher.")]
    [InlineData("The resource that needs a user.")]
    [InlineData("Keeps tasks together with their subtasks.")]
    public void What_needs_none(string text) => Assert.Null(Read.Parameter(text).Needs);

    [Theory]
    [InlineData("Keeps users of this account. Not together with `on_my_account`.", "on_my_account")]
    [InlineData("It cannot be combined with on_my_account.", "on_my_account")]
    [InlineData("Mutually exclusive with `on_my_account`.", "on_my_account")]
    public void What_excludes_another_parameter(string text, string parameter) => Assert.Equal(parameter, Read.Parameter(text).Excludes);

    [Fact]
    public void What_excludes_none() => Assert.Null(Read.Parameter("Leaves out those that are used with others.").Excludes);

    [Theory]
    [InlineData("Searches for tasks; the results come in order of relevance.", true)]
    [InlineData("Results are sorted by relevance.", true)]
    [InlineData("Searches for tasks.", false)]
    public void What_ignores_an_order(string text, bool ignoresOrder) => Assert.Equal(ignoresOrder, Read.Parameter(text).IgnoresOrder);
}
