using Kantata.Spec.Model;
using Kantata.Spec.Prose;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Spec.Tests.Prose;

public sealed class ListReaderTests
{
    [Theory]
    [InlineData("Provide a comma-separated list of task IDs. For example, 10,20.")]
    [InlineData("Provide one or more workspace IDs, separated by commas. If present, only invoices\n              in the provided projects will be returned.")]
    [InlineData("Allows you to request one or more resources directly by ID. Multiple IDs can be supplied\nin a comma separated list, like GET /api/v1/workspaces.json?only=5,6,7.")]
    [InlineData("A comma separated list of up to 200 user IDs.")]
    [InlineData("Comma-separated IDs of the roles.")]
    [InlineData("IDs of the tasks (comma-separated).")]
    [InlineData("A comma-delimited list of ids.")]
    public void Lists_of_ids(string text) => Assert.Equal(ListKind.Ids, Read.Parameter(text).List);

    [Theory]
    [InlineData("Provide a comma-separated list of up to 200 external IDs.")]
    [InlineData("Provide one or more user invoice numbers, separated by commas. When provided, only invoices\n              with the specified user invoice numbers will be returned.")]
    [InlineData("A comma-separated list of email addresses.")]
    [InlineData("Provide a comma separated list of statuses.")]
    [InlineData("A comma separated list of composite IDs, such as 42:percent_complete.")]
    [InlineData("Tags, separated by commas.")]
    public void Lists_of_texts(string text) => Assert.Equal(ListKind.Strings, Read.Parameter(text).List);

    [Theory]
    [InlineData("A comma-separated list of dates in YYYY-MM-DD format.")]
    [InlineData("One or more dates, separated by commas.")]
    public void Lists_of_days(string text)
    {
        ProseFacts facts = Read.Parameter(text);

        Assert.Equal(ListKind.Dates, facts.List);
        Assert.Equal(ValueFormat.Date, facts.Format);
    }

    [Theory]
    [InlineData("A comma-separated list of numbers.")]
    [InlineData("Two percentages, separated by a comma, as LOW,HIGH.")]
    public void Lists_of_numbers(string text) => Assert.Equal(ListKind.Numbers, Read.Parameter(text).List);

    [Fact]
    public void The_name_says_what_a_bare_list_holds()
    {
        Assert.Equal(ListKind.Ids, Read.Parameter("A comma-separated list.", "story_ids").List);
        Assert.Equal(ListKind.Strings, Read.Parameter("A comma-separated list.", "stories").List);
    }

    [Theory]
    [InlineData("Filter by the workspace.")]
    [InlineData("A file of comma-separated values.")]
    [InlineData("The comma-separated values (CSV) file to import.")]
    [InlineData("The ID of the workspace.")]
    [InlineData("City and state, separated by a comma.")]
    [InlineData("")]
    public void Other_texts_are_no_lists(string text) => Assert.Equal(ListKind.None, Read.Parameter(text).List);

    [Fact]
    public void Only_strings_hold_lists() => Assert.Equal(ListKind.None, Read.Parameter("A comma-separated list of IDs.", "ids", ValueType.Integer).List);

    [Theory]
    [InlineData("Provide a comma-separated list of up to 200 external IDs.", 200)]
    [InlineData("Provide up to 200 external IDs, separated\nby commas.", 200)]
    [InlineData("A comma-separated list of at most 100 IDs.", 100)]
    [InlineData("A comma-separated list of IDs, with a maximum of 1,000.", 1000)]
    [InlineData("A comma-separated list of IDs. Limited to 50.", 50)]
    public void The_most_items(string text, int most) => Assert.Equal(most, Read.Parameter(text).MaxItems);

    [Theory]
    [InlineData("A comma-separated list of task IDs. For example, 10,20.")]
    [InlineData("A comma-separated list of names of up to 20 characters.")]
    public void No_limit(string text) => Assert.Null(Read.Parameter(text).MaxItems);
}
