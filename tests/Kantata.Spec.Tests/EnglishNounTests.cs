namespace Kantata.Spec.Tests;

public sealed class EnglishNounTests
{
    [Theory]
    [InlineData("Billing Milestones", "Billing Milestone")]
    [InlineData("stories", "story")]
    [InlineData("time_entries", "time_entry")]
    [InlineData("Expense Categories", "Expense Category")]
    [InlineData("custom_task_statuses", "custom_task_status")]
    [InlineData("workspace_status", "workspace_status")]
    [InlineData("addresses", "address")]
    [InlineData("holidays", "holiday")]
    [InlineData("assignees", "assignee")]
    [InlineData("story", "story")]
    [InlineData("", "")]
    public void A_plural_has_a_singular(string plural, string singular) => Assert.Equal(singular, EnglishNoun.Singular(plural));

    [Theory]
    [InlineData("story", "stories")]
    [InlineData("survey", "surveys")]
    [InlineData("workspace", "workspaces")]
    [InlineData("address", "addresses")]
    [InlineData("status", "statuses")]
    [InlineData("", "")]
    public void A_singular_has_a_plural(string singular, string plural) => Assert.Equal(plural, EnglishNoun.Plural(singular));

    [Theory]
    [InlineData("story_id", "story")]
    [InlineData("story_ids", "story")]
    [InlineData("id", null)]
    [InlineData("_id", null)]
    [InlineData("paid", null)]
    public void The_name_of_an_id_has_a_stem(string name, string? stem) => Assert.Equal(stem, IdName.Stem(name));
}
