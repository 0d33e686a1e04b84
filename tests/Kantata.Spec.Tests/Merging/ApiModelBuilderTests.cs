using Kantata.Spec.Collections;
using Kantata.Spec.Model;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Spec.Tests.Merging;

public sealed class ApiModelBuilderTests
{
    private const string Envelope = "## Response 200 fields (application/json):\n\n  - `results` (array)\n\n  - `results.key` (string)\n\n  - `results.id` (string)\n\n";

    [Fact]
    public void The_order_of_the_documents_makes_no_difference()
    {
        SpecDocument[] documents = [.. Documents.Bundled.Select(file => SpecReader.Read(file).Document)];
        ApiModelResult expected = ApiModelBuilder.Build(documents);
        var random = new Random(7);

        random.Shuffle(documents);
        ApiModelResult shuffled = ApiModelBuilder.Build(documents);

        Assert.Equal(expected, shuffled);
        Assert.Equal(expected.Model.GetHashCode(), shuffled.Model.GetHashCode());
    }

    [Fact]
    public void Reading_twice_gives_equal_models()
        => Assert.Equal(SpecSet.Read(Documents.Bundled), SpecSet.Read(Documents.Bundled));

    [Fact]
    public void Collections_hold_the_entities_of_includes_and_of_like_names()
    {
        ApiModel model = Build(
            Page("invoices", Includes("- recipient (User) - The user.\n- geography (Geography) - Under the organizations key. Fills geography_id.\n- post (Attachments::Post) - The post.") + Envelope
                + "  - `invoices` (object)\n\n  - `users` (object)\n\n  - `organizations` (object)\n\n  - `posts` (object)\n\n"),
            Schema("Invoice", "recipient_id: { type: string, description: Present only when `recipient` is included. }"),
            Schema("User"),
            Schema("Geography"),
            Schema("Organization"),
            Schema("Attachments::Post"));

        Operation operation = model.Resources[0].Operations[0];
        Assert.Equal(
            EquatableArray.Of(
                new ResponseCollection("invoices", "Invoice"),
                new ResponseCollection("users", "User"),
                new ResponseCollection("organizations", "Geography"),
                new ResponseCollection("posts", "Attachments::Post")),
            operation.Response.Collections);
        Assert.Equal(
            [("recipient", "users", "recipient_id"), ("geography", "organizations", "geography_id"), ("post", "posts", null)],
            operation.Includes.Select(include => (include.Name, include.Collection, include.IdField)));
    }

    [Fact]
    public void An_include_of_an_unknown_entity_is_shown_and_dropped()
    {
        SpecSetReading reading = SpecSet.Read([Page("invoices", Includes("- user (Usr) - The user.\n- subject (polymorphic) - It. The response will include subject_ref.")), Schema("User")]);

        SpecDiagnostic fault = Assert.Single(reading.Diagnostics);
        Assert.Equal(("KAN0042", "pages/invoices/get-invoices.md", 12, 3, 7), (fault.Id, fault.File, fault.Line, fault.Column, fault.EndColumn));
        Include include = Assert.Single(reading.Model.Resources[0].Operations[0].Includes);
        Assert.True(include.IsPolymorphic);
        Assert.Equal("subject_ref", include.IdField);
    }

    [Fact]
    public void A_collection_of_nothing_known_is_shown()
    {
        SpecSetReading reading = SpecSet.Read([Page("invoices", Envelope + "  - `invoices` (object)\n")]);

        Assert.Equal(("KAN0043", 16), Assert.Single(reading.Diagnostics.Select(fault => (fault.Id, fault.Line))));
        Assert.Equal(new ResponseCollection("invoices", null), Assert.Single(reading.Model.Resources[0].Operations[0].Response.Collections));
    }

    [Fact]
    public void A_text_that_contradicts_the_entity_is_shown_and_the_entity_used()
    {
        SpecSetReading reading = SpecSet.Read(
        [
            Page("invoices", Includes("- user (User) - The response will include author_id, which references the data in the users top-level key.")
                + Envelope + "  - `invoices` (object)\n\n  - `users` (object)\n"),
            Schema("Invoice", "user_id: { type: string, description: Present only when `user` is included. }"),
            Schema("User"),
        ]);

        Assert.Equal("KAN0045", Assert.Single(reading.Diagnostics).Id);
        Assert.Equal("user_id", reading.Model.Resources[0].Operations[0].Includes[0].IdField);
    }

    [Fact]
    public void Optional_fields_are_those_of_the_entity()
    {
        SpecSetReading reading = SpecSet.Read(
        [
            Page("invoices", "## Query parameters:\n\n  - `optional_fields` (string)\n    Any of:\n- can_edit (string) - Whether it can be edited.\n- lock_date - The date.\n\n" + Envelope + "  - `invoices` (object)\n"),
            Schema("Invoice", "can_edit: { type: boolean }\n        lock_date: { type: [string, 'null'], format: date }"),
        ]);

        EquatableArray<Value> fields = reading.Model.Resources[0].Operations[0].OptionalFields;
        Assert.Equal(("KAN0045", 12), Assert.Single(reading.Diagnostics.Select(fault => (fault.Id, fault.Line))));
        Assert.Equal([ValueType.Boolean, ValueType.String], fields.Select(field => field.Type));
        Assert.Equal((ValueFormat.Date, true, true, "The date."), (fields[1].Format, fields[1].IsNullable, fields[1].IsOptionalField, fields[1].Description));
    }

    [Fact]
    public void A_users_page_replaces_the_bundled_one()
    {
        SpecFile bundled = Page("invoices", "## Query parameters:\n\n  - `a` (string)\n\n");
        SpecFile own = bundled with { Name = "docs/z.md", Text = bundled.Text.Replace("`a`", "`b`"), Origin = SpecOrigin.User };

        SpecSetReading reading = SpecSet.Read([bundled, own]);

        Assert.Empty(reading.Diagnostics);
        Operation operation = Assert.Single(Assert.Single(reading.Model.Resources).Operations);
        Assert.Equal(("docs/z.md", "b"), (operation.Document, operation.Query[0].Name));
    }

    [Fact]
    public void Two_pages_of_one_operation_are_both_shown_and_the_first_by_name_used()
    {
        SpecFile first = Page("invoices", "");
        SpecFile second = first with { Name = "pages/invoices/a.md" };

        SpecSetReading reading = SpecSet.Read([first, second]);

        Assert.Equal(
            [("KAN0040", "pages/invoices/a.md", 5), ("KAN0040", "pages/invoices/get-invoices.md", 5)],
            reading.Diagnostics.Select(fault => (fault.Id, fault.File, fault.Line)));
        Assert.Equal("pages/invoices/a.md", Assert.Single(reading.Model.Resources[0].Operations).Document);
    }

    [Fact]
    public void Two_schemas_of_one_entity_are_both_shown()
    {
        SpecSetReading reading = SpecSet.Read([Schema("User"), Schema("User") with { Name = "entities/Other.yaml" }]);

        Assert.Equal(["entities/Other.yaml", "entities/User.yaml"], reading.Diagnostics.Where(fault => fault.Id == "KAN0041").Select(fault => fault.File));
        Assert.Equal("entities/Other.yaml", Assert.Single(reading.Model.Entities).Document);
    }

    [Fact]
    public void An_index_page_groups_operations()
    {
        SpecFile index = new("pages/invoices/invoices.md", "# Invoice Things\n\nProse.\n\n## List\n\n - [GET /invoices](get-invoices.md): Lists.\n - [GET /nothing](nothing.md): Nothing.\n", SpecOrigin.Bundled);

        SpecSetReading reading = SpecSet.Read([index, Page("invoices", "")]);

        Resource resource = Assert.Single(reading.Model.Resources);
        Assert.Equal(("invoice_things", "Invoice Things", "Prose."), (resource.Key, resource.Name, resource.Description));
        Assert.Equal(("KAN0044", SpecSeverity.Info, 8, 5, 17), Assert.Single(reading.Diagnostics.Select(fault => (fault.Id, fault.Severity, fault.Line, fault.Column, fault.EndColumn))));
    }

    [Fact]
    public void Without_an_index_page_the_folder_groups_bundled_pages_and_the_path_a_users()
    {
        SpecFile bundled = Documents.Page("", "GET /story_allocation_days", name: "pages/daily-scheduled-hours/get.md");
        SpecFile own = Documents.Page("", "GET /custom_things/{id}/rows", name: "docs/get-rows.md") with { Origin = SpecOrigin.User };

        ApiModel model = Build(bundled, own);

        Assert.Equal([("custom_things", "Custom Things"), ("daily_scheduled_hours", "Daily Scheduled Hours")], model.Resources.Select(resource => (resource.Key, resource.Name)));
    }

    [Fact]
    public void Operations_are_sorted_by_path_and_method()
    {
        string[] endpoints = ["DELETE /b", "GET /b/{id}", "POST /b", "PUT /b/{id}", "GET /b"];

        ApiModel model = Build([.. endpoints.Select((endpoint, i) => Documents.Page("", endpoint, name: $"pages/b/{i}.md"))]);

        Assert.Equal(["GET /b", "POST /b", "DELETE /b", "GET /b/{id}", "PUT /b/{id}"], model.Resources[0].Operations.Select(operation => operation.Key));
    }

    private static ApiModel Build(params SpecFile[] files) => SpecSet.Read(files).Model;

    private static SpecFile Page(string resource, string sections)
        => Documents.Page(sections, $"GET /{resource}", name: $"pages/{resource}/get-{resource}.md");

    private static string Includes(string list) => $"## Query parameters:\n\n  - `include` (string)\n    Any of:\n{list}\n\n";

    private static SpecFile Schema(string name, string properties = "title: { type: string }")
        => new(
            $"entities/{name.Replace("::", ".")}.yaml",
            $"openapi: 3.1.0\ninfo: {{ title: T, version: '1' }}\ncomponents:\n  schemas:\n    {name}:\n      type: object\n      properties:\n        {properties}\n",
            SpecOrigin.Bundled);
}
