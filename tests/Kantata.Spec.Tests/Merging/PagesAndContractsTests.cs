using Kantata.Spec.Model;
using Kantata.Spec.Tests.OpenApi;

namespace Kantata.Spec.Tests.Merging;

/// <summary>A page and an OpenAPI operation of the same method and path are one operation.</summary>
public sealed class PagesAndContractsTests
{
    private const string Page = """
        # Listing widgets

        Endpoint: GET /widgets

        ## Query parameters:

          - `kind` (string)
            Keeps those of a kind. Valid values: `flat`.

          - `color` (string)
            Keeps those of a color.

        ## Response 200 fields (application/json):

          - `results` (array)

          - `widgets` (object)

          - `stories` (object)
        """;

    private static readonly SpecFile s_userPage = new("docs/widgets.md", Page, SpecOrigin.User);
    private static readonly SpecFile s_bundledPage = new("pages/widgets/get-widgets.md", Page, SpecOrigin.Bundled);
    private static readonly SpecFile s_userContract = new("docs/contract.json", WidgetContract.Swagger, SpecOrigin.User);

    [Fact]
    public void Of_one_origin_the_page_decides_and_the_contract_adds_what_it_leaves_out()
    {
        Operation operation = List(s_userPage, s_userContract);

        Assert.Equal(("Listing widgets", "docs/widgets.md"), (operation.Title, operation.Document));
        Assert.Equal("Lists widgets.", operation.Description);
        Assert.Equal(["kind", "color", "story_ids", "page"], operation.Query.Select(parameter => parameter.Name));
        Assert.Equal(["flat"], operation.Query[0].KnownValues);
        Assert.Equal("story", Assert.Single(operation.Includes).Name);
        Assert.Equal(["Widget", "Story"], operation.Response.Collections.Select(collection => collection.Entity));
    }

    [Fact]
    public void A_users_contract_replaces_the_bundled_page_and_takes_from_it_what_it_leaves_open()
    {
        string contract = WidgetContract.Swagger.Replace(", \"description\": \"Keeps those of a kind. Valid values: `round` and `square`.\"", "", StringComparison.Ordinal);

        Operation operation = List(s_bundledPage, s_userContract with { Text = contract });

        Assert.Equal(("Fetching a list of Widgets", "docs/contract.json"), (operation.Title, operation.Document));
        Assert.Equal(["story_ids", "kind", "page"], operation.Query.Select(parameter => parameter.Name));
        Assert.Equal(["flat"], operation.Query[1].KnownValues);
    }

    [Fact]
    public void A_parameter_of_a_path_may_be_called_differently()
    {
        SpecFile page = new("docs/widget.md", "# Removing\n\nEndpoint: DELETE /widgets/{widget_id}\n\n## Path parameters:\n\n  - `widget_id` (integer, required)\n\n## Response 204\n", SpecOrigin.User);

        Operation operation = Assert.Single(Operations(page, s_userContract), one => one.Method == "DELETE");

        Assert.Equal("DELETE /widgets/{widget_id}", operation.Key);
        Assert.Equal("The ID of the widget.", Assert.Single(operation.PathParameters).Description);
    }

    [Fact]
    public void Two_contracts_about_one_operation_are_shown_at_the_operation()
    {
        SpecSetReading reading = SpecSet.Read([s_userContract, s_userContract with { Name = "docs/other.json" }]);

        Assert.Contains(reading.Diagnostics, fault => (fault.Id, fault.File, fault.Line, fault.Column) == ("KAN0040", "docs/contract.json", 9, 7));
        Assert.Contains(reading.Diagnostics, fault => (fault.Id, fault.File, fault.Line, fault.Column) == ("KAN0040", "docs/other.json", 9, 7));
    }

    private static Operation List(params SpecFile[] files) => Operations(files).Single(operation => operation.Key == "GET /widgets");

    private static IEnumerable<Operation> Operations(params SpecFile[] files) => SpecSet.Read(files).Model.Resources.SelectMany(resource => resource.Operations);
}
