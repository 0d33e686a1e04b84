using Kantata.Spec.Collections;
using Kantata.Spec.Model;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Spec.Tests.Pages;

public sealed class PageReaderTests
{
    private const string Page = """
        # Fetching a list of Billing Milestones

        Lists billing milestones.

        The returned data will be indexed by ID in the billing_milestones top-level JSON key.

        Endpoint: GET /workspaces/{workspace_id}/billing_milestones
        Version: 1.0.0

        ## Path parameters:

          - `workspace_id` (integer, required)
            The ID of the project.

        ## Query parameters:

          - `date_between` (string)
            Filter by a range of invoice dates. Format as YYYY-MM-DD:YYYY-MM-DD.

          - `include` (string)
            Any of the below associations can be included in your request.
        - invoices (Invoice) - Retrieves the invoices. The response will include invoice_ids, which references the data in the invoices top-level key.
        - `attachment` (Attachments::PostAttachment) - The file,
        - which is attached,
        or null.

          - `optional_fields` (string)
            Fields to ask for.
        - can_edit (boolean) - Whether it can be edited.
        - `notes` - The notes.

          - `order` (string)
            Supply order with the name of a valid sort field for the endpoint and a direction.

        Valid values: created_at:asc and created_at:desc.

          - `page` (integer)

        ## Response 200 fields (application/json):

          - `count` (integer)

          - `meta` (object)

          - `meta.count` (integer)

          - `results` (array)

          - `results.key` (string)

          - `results.id` (string)

          - `invoices` (object)

          - `billing_milestones` (object)

        ## Response 400 fields (application/json):

          - `errors` (array)

          - `errors.type` (string)

        """;

    [Fact]
    public void A_page_is_an_operation()
    {
        Operation operation = ReadOperation(Page);

        Assert.Equal("GET /workspaces/{workspace_id}/billing_milestones", operation.Key);
        Assert.Equal("Fetching a list of Billing Milestones", operation.Title);
        Assert.Equal("Lists billing milestones.\n\nThe returned data will be indexed by ID in the billing_milestones top-level JSON key.", operation.Description);
        Assert.Equal("pages/page.md", operation.Document);
        Assert.Equal(["workspace_id"], operation.PathParameters.Select(parameter => parameter.Name));
        Assert.Equal(["date_between", "page"], operation.Query.Select(parameter => parameter.Name));
        Assert.Equal(ValueFormat.DateRange, operation.Query[0].Format);
        Assert.Equal(new Ordering(EquatableArray.Of("created_at:asc", "created_at:desc"), null), operation.Order);
        Assert.Null(operation.Body);
    }

    [Fact]
    public void An_include_lists_associations_at_the_margin()
    {
        Assert.Equal(
            EquatableArray.Of(
                new Include
                {
                    Name = "invoices",
                    Entity = "Invoice",
                    IdField = "invoice_ids",
                    Collection = "invoices",
                    Description = "Retrieves the invoices. The response will include invoice_ids, which references the data in the invoices top-level key.",
                },
                new Include
                {
                    Name = "attachment",
                    Entity = "Attachments::PostAttachment",
                    Description = "The file,\n- which is attached,\nor null.",
                }),
            ReadOperation(Page).Includes);
    }

    [Fact]
    public void Optional_fields_are_listed_in_the_same_way()
    {
        Assert.Equal(
            EquatableArray.Of(
                new Value { Name = "can_edit", Type = ValueType.Boolean, IsOptionalField = true, Description = "Whether it can be edited." },
                new Value { Name = "notes", Type = ValueType.Any, IsOptionalField = true, Description = "The notes." }),
            ReadOperation(Page).OptionalFields);
    }

    [Fact]
    public void A_response_with_results_has_collections()
    {
        Assert.Equal(
            new Response
            {
                Status = 200,
                Shape = ResponseShape.Collections,
                Collection = "billing_milestones",
                Collections = EquatableArray.Of(new ResponseCollection("invoices", null), new ResponseCollection("billing_milestones", null)),
            },
            ReadOperation(Page).Response);
    }

    [Fact]
    public void The_page_has_no_fault() => Assert.Empty(Read(Page).Diagnostics);

    [Fact]
    public void Line_endings_and_a_byte_order_mark_make_no_difference()
    {
        SpecDocument expected = Read(Page).Document;

        Assert.Equal(expected, Read(Page.Replace("\n", "\r\n")).Document);
        Assert.Equal(expected, Read(Page.Replace("\n", "\r")).Document);
        Assert.Equal(expected, Read("\uFEFF" + Page).Document);
        Assert.Equal(expected, Read(Page.Replace("\n", "  \n")).Document);
    }

    [Fact]
    public void Blank_lines_move_positions_and_nothing_else()
    {
        DocumentReading reading = Read(Page);
        DocumentReading moved = Read("\n\n" + Page.Replace("\n\n", "\n\n\n\n"));

        Assert.Equal(reading.Document, moved.Document);
        Assert.Equal(reading.Document.GetHashCode(), moved.Document.GetHashCode());
        Assert.NotEqual(reading.Positions, moved.Positions);
        Assert.Equal(reading, Read(Page));
    }

    [Fact]
    public void Elements_have_places()
    {
        DocumentPositions positions = Read(Page).Positions;

        Assert.Equal(new TextPlace(1, 1, 40), positions.Find("title"));
        Assert.Equal(new TextPlace(7, 1, 60), positions.Find("endpoint"));
        Assert.Equal(new TextPlace(17, 6, 18), positions.Find("query/date_between"));
        Assert.Equal(new TextPlace(22, 3, 11), positions.Find("query/include/invoices"));
        Assert.Equal(new TextPlace(23, 4, 14), positions.Find("query/include/attachment"));
        Assert.Equal(new TextPlace(23, 4, 14), positions.Find("query/include/attachment/entity"));
        Assert.Equal(new TextPlace(49, 6, 17), positions.Find("response/200/results.key"));
        Assert.Equal(TextPlace.Start, positions.Find("body/nothing"));
    }

    [Fact]
    public void Only_two_blanks_a_dash_and_a_backtick_begin_an_item()
    {
        Operation operation = ReadOperation(
            """
            ## Query parameters:

              - `a` (string)
                The text, with

            - `b` (string) of a list
                - `c` (string)
            | a | table |
            #### A heading
            1. A number
            ```
            ## Code:
              code
            ```

              - `d` (string)
            """);

        Assert.Equal(["a", "d"], operation.Query.Select(parameter => parameter.Name));
        Assert.Equal("The text, with\n\n- `b` (string) of a list\n- `c` (string)\n| a | table |\n#### A heading\n1. A number\n```\n## Code:\n  code\n```", operation.Query[0].Description);
    }

    [Theory]
    [InlineData("string", ValueType.String, null)]
    [InlineData("integer", ValueType.Integer, null)]
    [InlineData("number", ValueType.Number, null)]
    [InlineData("boolean", ValueType.Boolean, null)]
    [InlineData("object", ValueType.Object, null)]
    [InlineData("array", ValueType.Array, null)]
    [InlineData("array of integers", ValueType.Array, ValueType.Integer)]
    [InlineData("array<string>", ValueType.Array, ValueType.String)]
    [InlineData("integer[]", ValueType.Array, ValueType.Integer)]
    [InlineData("string or integer", ValueType.Any, null)]
    public void Types(string type, ValueType expected, ValueType? items)
    {
        Value parameter = Assert.Single(ReadOperation($"## Query parameters:\n\n  - `a` ({type})\n").Query);

        Assert.Equal(expected, parameter.Type);
        Assert.Equal(items, parameter.Items);
    }

    [Fact]
    public void The_brackets_say_more_than_the_type()
    {
        Value parameter = Assert.Single(ReadOperation("## Query parameters:\n\n  - `a` (string or null, date, required, deprecated) - The text.\n").Query);

        Assert.Equal(
            new Value
            {
                Name = "a",
                Type = ValueType.String,
                Format = ValueFormat.Date,
                IsRequired = true,
                IsNullable = true,
                IsDeprecated = true,
                Description = "The text.",
            },
            parameter);
    }

    [Fact]
    public void A_body_is_unwrapped_and_its_bulk_form_folded()
    {
        RequestBody? body = ReadOperation(
            """
            ## Request fields (application/json):

              - `billing_milestone` (object)

              - `billing_milestone.title` (string, required)

              - `billing_milestone.external_reference` (object)

              - `billing_milestone.external_reference.status` (string)
                Options are successful, pending,  or failed.

              - `billing_milestones` (array)
                Add multiple billing milestones and their attributes in an array.

              - `billing_milestones.title` (string, required)

              - `billing_milestones.external_reference` (object)

              - `billing_milestones.external_reference.status` (string)
                Options are successful, pending,  or failed.
            """,
            "Up to 100 billing milestones can be created in one request.").Body;

        Assert.NotNull(body);
        Assert.Equal("billing_milestone", body.Wrapper);
        Assert.Equal(new BulkForm("billing_milestones", 100), body.Bulk);
        Assert.Equal(["title", "external_reference"], body.Fields.Select(field => field.Name));
        Assert.Equal(["successful", "pending", "failed"], Assert.Single(body.Fields[1].Members).KnownValues);
    }

    [Fact]
    public void Fields_beside_each_other_have_no_wrapper()
    {
        RequestBody? body = ReadOperation("## Request fields (multipart/form-data):\n\n  - `a` (object)\n\n  - `a.b` (string)\n\n  - `c` (string)\n").Body;

        Assert.NotNull(body);
        Assert.Null(body.Wrapper);
        Assert.Equal("multipart/form-data", body.ContentType);
        Assert.Equal(["a", "c"], body.Fields.Select(field => field.Name));
    }

    [Fact]
    public void Members_make_arrays_of_objects_references_and_maps()
    {
        EquatableArray<Value> fields = ReadOperation(
            """
            ## Request fields (application/json):

              - `items` (array)

              - `items.name` (string)

              - `subject_ref` (object)

              - `subject_ref.key` (string)

              - `subject_ref.id` (string)

              - `hours` (object)

              - `hours.*` (number)

              - `implied.name` (string)
            """).Body!.Fields;

        Assert.Equal([ValueType.Array, ValueType.Reference, ValueType.Map, ValueType.Object], fields.Select(field => field.Type));
        Assert.Equal(ValueType.Object, fields[0].Items);
        Assert.Equal(ValueType.Number, fields[2].Items);
        Assert.Empty(fields[1].Members);
    }

    [Fact]
    public void At_least_one_of_the_members_is_required()
    {
        EquatableArray<Value> fields = ReadOperation(
            """
            ## Request fields (application/json):

              - `invoice` (object)
                At least one of `a_ids`, `b_ids`, or `c_ids` is required.

              - `invoice.a_ids` (array)

              - `invoice.b_ids` (array)

              - `invoice.c_ids` (array)
            """).Body!.Fields;

        Assert.Equal(new Condition(ConditionKind.AtLeastOneOf, EquatableArray.Of("b_ids", "c_ids"), null), fields[0].RequiredWhen);
    }

    [Fact]
    public void A_condition_on_a_field_that_is_not_there_is_none()
    {
        Operation operation = ReadOperation("## Query parameters:\n\n  - `a` (string)\n    Required when d_id is given.\n\n  - `a_id` (string)\n\n  - `c` (string)\n    Required when a_id is given.\n");

        Assert.Null(operation.Query[0].RequiredWhen);
        Assert.NotNull(operation.Query[2].RequiredWhen);
    }

    [Theory]
    [InlineData("The response will contain no content and an HTTP 204 status code.", "", ResponseShape.Empty, 204)]
    [InlineData("Text.", "## Response 204:\n", ResponseShape.Empty, 204)]
    [InlineData("Text.", "", ResponseShape.Unknown, null)]
    [InlineData("Downloads the records as a .csv file.", "## Response 200 fields (application/json):\n\n  - `count` (integer)\n", ResponseShape.File, 200)]
    [InlineData("Text.", "## Response 200 fields (text/csv):\n", ResponseShape.File, 200)]
    [InlineData("Text.", "## Response 200 fields (application/json):\n\n  - `activated` (boolean)\n", ResponseShape.Object, 200)]
    [InlineData("The response is a bare array of objects.", "## Response 200 fields (application/json):\n\n  - `title` (string)\n", ResponseShape.Array, 200)]
    [InlineData("Text.", "## Response 200 fields (application/json):\n\n  - `*` (object)\n\n  - `*.name` (string)\n", ResponseShape.Map, 200)]
    [InlineData("Text.", "## Response 200 fields (application/json):\n\n  - `results` (array)\n\n  - `invoices` (object)\n", ResponseShape.Collections, 200)]
    public void Other_responses(string description, string sections, ResponseShape shape, int? status)
    {
        Response response = ReadOperation(sections, description).Response;

        Assert.Equal(shape, response.Shape);
        Assert.Equal(status, response.Status);
    }

    [Fact]
    public void An_index_page_lists_operations()
    {
        var index = Assert.IsType<IndexPage>(Read(
            """
            # Billing Milestones

            Billing milestones are billable items.
            See [more](https://example.com/a).

            ## Fetching a list of Billing Milestones

             - [GET /billing_milestones](https://example.com/get-billing-milestones.md): Gets a list
            of billing milestones.

            More prose.

            ## Deleting an existing Billing Milestone

             - [DELETE /billing_milestones/{id}](delete-billing-milestone.md): Deletes it.
            """).Document);

        Assert.Equal("Billing Milestones", index.Title);
        Assert.Equal("Billing milestones are billable items.\nSee [more](https://example.com/a).", index.Description);
        Assert.Equal(
            EquatableArray.Of(
                new IndexEntry("GET /billing_milestones", "Fetching a list of Billing Milestones", "Gets a list\nof billing milestones.\n\nMore prose."),
                new IndexEntry("DELETE /billing_milestones/{id}", "Deleting an existing Billing Milestone", "Deletes it.")),
            index.Entries);
    }

    private static DocumentReading Read(string text) => SpecReader.Read(new SpecFile("pages/page.md", text, SpecOrigin.Bundled));

    private static Operation ReadOperation(string text) => Assert.IsType<OperationPage>(Read(text.StartsWith('#') && text.Contains("Endpoint") ? text : Documents.Page(text, name: "pages/page.md").Text).Document).Operation;

    private static Operation ReadOperation(string sections, string description)
        => Assert.IsType<OperationPage>(SpecReader.Read(Documents.Page(sections, description: description)).Document).Operation;
}
