using Kantata.Spec.Collections;
using Kantata.Spec.Model;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Spec.Tests.Overlays;

public sealed class OverlayTests
{
    private const string Sections = """
        ## Query parameters:

          - `a` (string)
            A comma-separated list of IDs.

          - `per_page` (integer)

          - `include` (string)
            Any of:
        - user (User) - The user.

        ## Request fields (application/json):

          - `invoice` (object)

          - `invoice.external_reference` (object)

          - `invoice.external_reference.status` (string)

          - `invoice.workspace_id` (integer)

        ## Response 200 fields (application/json):

          - `results` (array)

          - `results.key` (string)

          - `results.id` (string)

          - `bills` (object)

        """;

    private const string Schemas = """
        openapi: 3.1.0
        info: { title: T, version: '1' }
        components:
          schemas:
            Invoice:
              type: object
              properties:
                status: { type: object, properties: { color: { type: string } } }
            User:
              type: object
              properties:
                name: { type: string }
        """;

    private static readonly SpecFile s_page = Documents.Page(Sections, "POST /invoices", name: "pages/invoices/create-invoice.md");
    private static readonly SpecFile s_schemas = new("entities/all.yaml", Schemas, SpecOrigin.Bundled);

    [Fact]
    public void An_overlay_corrects_every_fact()
    {
        SpecSetReading reading = Read(
            """
            overlay: 1
            operations:
              POST /invoices:
                title: Creating an invoice
                query:
                  a: { list: strings, max_items: 5, values: [x, y], default: x, required: true, deprecated: true, description: Text., reason: R. }
                  b: { add: true, type: array of integers, reason: R. }
                includes:
                  user: { id_field: author_id, collection: users, reason: R. }
                order: { values: [id:asc], default: id:asc, reason: R. }
                body: { bulk: invoices, bulk_limit: 20, content_type: application/xml, reason: R. }
                body_fields:
                  external_reference.status: { values: [ok], max_length: 10, nullable: true, reason: R. }
                  workspace_id: { required_when: external_reference is not given, minimum: 1, maximum: 9, unit: days, reason: R. }
                response: { status: 201, reason: R. }
                response_collections:
                  bills: { entity: Invoice, reason: R. }
                reason: R.
            entities:
              Invoice:
                title: Bill
                reason: R.
                fields:
                  status.color: { format: date, when_included: user, optional_field: true, reason: R. }
            """);

        Assert.Empty(reading.Diagnostics);
        Operation operation = reading.Model.Resources[0].Operations[0];
        Assert.Equal("Creating an invoice", operation.Title);
        Assert.Equal(
            new Value
            {
                Name = "a",
                Type = ValueType.String,
                List = ListKind.Strings,
                MaxItems = 5,
                KnownValues = EquatableArray.Of("x", "y"),
                Default = "x",
                IsRequired = true,
                IsDeprecated = true,
                Description = "Text.",
            },
            operation.Query[0]);
        Assert.Equal(new Value { Name = "b", Type = ValueType.Array, Items = ValueType.Integer }, operation.Query[2]);
        Assert.Equal(("author_id", "users"), (operation.Includes[0].IdField, operation.Includes[0].Collection));
        Assert.Equal(new Ordering(EquatableArray.Of("id:asc"), "id:asc"), operation.Order);
        Assert.Equal((new BulkForm("invoices", 20), "application/xml"), (operation.Body!.Bulk, operation.Body.ContentType));
        Assert.Equal((10, true), (operation.Body.Fields[0].Members[0].MaxLength, operation.Body.Fields[0].Members[0].IsNullable));
        Assert.Equal(new Condition(ConditionKind.Absent, EquatableArray.Of("external_reference"), null), operation.Body.Fields[1].RequiredWhen);
        Assert.Equal((1m, 9m, "days"), (operation.Body.Fields[1].Minimum, operation.Body.Fields[1].Maximum, operation.Body.Fields[1].Unit));
        Assert.Equal((201, new ResponseCollection("bills", "Invoice")), (operation.Response.Status, operation.Response.Collections[0]));
        Entity invoice = reading.Model.Entities[0];
        Assert.Equal(("Bill", ValueFormat.Date, "user", true), (invoice.Title, invoice.Fields[0].Members[0].Format, invoice.Fields[0].Members[0].WhenIncluded, invoice.Fields[0].Members[0].IsOptionalField));
    }

    [Fact]
    public void What_is_null_is_taken_away_and_what_is_removed_is_gone()
    {
        Operation operation = Read(
            """
            overlay: 1
            operations:
              POST /invoices:
                query:
                  a: { list: null, reason: R. }
                  per_page: { remove: true, reason: R. }
                includes:
                  user: { remove: true, reason: R. }
            collections:
              bills: { entity: Invoice, reason: R. }
            """).Model.Resources[0].Operations[0];

        Assert.Equal(ListKind.None, Assert.Single(operation.Query).List);
        Assert.Empty(operation.Includes);
        Assert.Equal("Invoice", operation.Response.Collections[0].Entity);
    }

    [Fact]
    public void What_is_said_of_one_operation_beats_what_is_said_of_all()
    {
        Operation operation = Read(
            """
            overlay: 1
            operations:
              POST /invoices:
                query:
                  per_page: { maximum: 50, reason: R. }
              '*':
                query:
                  per_page: { maximum: 200, default: 20, reason: R. }
            """).Model.Resources[0].Operations[0];

        Assert.Equal((50m, "20"), (operation.Query[1].Maximum, operation.Query[1].Default));
    }

    [Fact]
    public void A_response_can_have_another_form()
    {
        Response response = Read(
            """
            overlay: 1
            operations:
              POST /invoices:
                response: { shape: array, reason: R. }
                response_fields:
                  title: { add: true, type: string, reason: R. }
            """).Model.Resources[0].Operations[0].Response;

        Assert.Equal(new Response { Status = 200, Shape = ResponseShape.Array, Fields = EquatableArray.Of(new Value { Name = "title", Type = ValueType.String }) }, response);
    }

    [Fact]
    public void Names_are_given()
    {
        SpecSetReading reading = Read(
            """
            overlay: 1
            collections:
              bills: { entity: Invoice, reason: R. }
            value_sets:
              status: { fields: ['POST /invoices external_reference.status', '* external_reference.status'], reason: R. }
            request_objects:
              external_reference: { fields: ['* external_reference'], reason: R. }
            ids:
              workspace_id: { entity: User, reason: R. }
            operation_names:
              POST /invoices: { name: make, reason: R. }
            """);

        Assert.Empty(reading.Diagnostics);
        Assert.Equal(new SharedName("status", EquatableArray.Of("POST /invoices external_reference.status", "* external_reference.status")), Assert.Single(reading.Model.Names.ValueSets));
        Assert.Equal(new SharedName("external_reference", EquatableArray.Of("* external_reference")), Assert.Single(reading.Model.Names.RequestObjects));
        Assert.Equal(new IdEntity("workspace_id", "User"), Assert.Single(reading.Model.Names.IdEntities));
        Assert.Equal(new OperationName("POST /invoices", "make"), Assert.Single(reading.Model.Names.Operations));
    }

    [Theory]
    [InlineData("operations:\n  POST /bills:\n    query:\n      a: { default: x, reason: R. }", "KAN0050", 5, "There is no query parameter 'a' of 'POST /bills' to correct")]
    [InlineData("operations:\n  '*':\n    query:\n      c: { default: x, reason: R. }", "KAN0050", 5, "There is no query parameter 'c' of any operation to correct")]
    [InlineData("entities:\n  Invoice:\n    fields:\n      status.shade: { unit: x, reason: R. }", "KAN0050", 5, "There is no entity field 'status.shade' of 'Invoice' to correct")]
    [InlineData("collections:\n  things: { entity: Invoice, reason: R. }", "KAN0050", 3, "There is no response collection 'things' of any operation to correct")]
    [InlineData("value_sets:\n  s: { fields: [Invoice.nothing], reason: R. }", "KAN0050", 3, "There is no field 'Invoice.nothing' to correct")]
    [InlineData("ids:\n  workspace_id: { entity: Nobody, reason: R. }", "KAN0050", 3, "There is no entity 'Nobody' to correct")]
    [InlineData("operation_names:\n  GET /x: { name: x, reason: R. }", "KAN0050", 3, "There is no operation 'GET /x' to correct")]
    [InlineData("operations:\n  POST /invoices:\n    query:\n      a: { shape: x, reason: R. }", "KAN0051", 5, "'shape' with this value says nothing of query parameter")]
    [InlineData("operations:\n  POST /invoices:\n    query:\n      a: { max_items: many, reason: R. }", "KAN0051", 5, "'max_items' with this value says nothing of query parameter")]
    [InlineData("operations:\n  POST /invoices:\n    query: [a]", "KAN0051", 4, "A mapping is expected here")]
    [InlineData("things:\n  a: b", "KAN0051", 2, "An overlay has no 'things'")]
    [InlineData("operations:\n  POST /invoices:\n    query:\n      a: { default: x }", "KAN0052", 5, "The entry does not say why it is needed: add a 'reason'")]
    public void Faults_have_their_places(string entries, string id, int line, string message)
    {
        SpecDiagnostic fault = Assert.Single(Read("overlay: 1\n" + entries + "\n").Diagnostics, fault => fault.File == "overlay.yaml");

        Assert.Equal((id, line, message), (fault.Id, fault.Line, fault.Message));
    }

    [Fact]
    public void An_unknown_version_is_shown()
        => Assert.Equal(("KAN0051", 1), Assert.Single(SpecReader.Read(new SpecFile("overlay.yaml", "overlay: 2\n", SpecOrigin.User)).Diagnostics.Select(fault => (fault.Id, fault.Line))));

    [Fact]
    public void The_packages_overlay_may_be_about_what_a_users_page_no_longer_has()
    {
        SpecFile own = Documents.Page("", "POST /invoices", name: "docs/create.md") with { Origin = SpecOrigin.User };
        SpecFile overlay = new("overlay.yaml", "overlay: 1\noperations:\n  POST /invoices:\n    query:\n      a: { default: x, reason: R. }\n", SpecOrigin.Bundled);

        Assert.DoesNotContain(SpecSet.Read([s_page, s_schemas, overlay, own]).Diagnostics, fault => fault.Id == "KAN0050");
        Assert.Contains(SpecSet.Read([s_page, s_schemas, overlay with { Origin = SpecOrigin.User }, own]).Diagnostics, fault => fault.Id == "KAN0050");
    }

    [Fact]
    public void An_overlay_decides_a_contradiction()
    {
        const string Page = "## Query parameters:\n\n  - `include` (string)\n    Any of:\n- user (User) - The response will include author_id.\n\n"
            + "## Response 200 fields (application/json):\n\n  - `results` (array)\n\n  - `results.key` (string)\n\n  - `invoices` (object)\n";
        SpecFile page = Documents.Page(Page, "GET /invoices");
        SpecFile schemas = s_schemas with { Text = Schemas.Replace("        status:", "        user_id: { type: string, description: Present only when `user` is included. }\n        status:") };
        SpecFile overlay = new("overlay.yaml", "overlay: 1\noperations:\n  GET /invoices:\n    includes:\n      user: { id_field: author_id, reason: R. }\n", SpecOrigin.Bundled);

        Assert.Equal("KAN0045", Assert.Single(SpecSet.Read([page, schemas]).Diagnostics).Id);
        SpecSetReading decided = SpecSet.Read([page, schemas, overlay]);
        Assert.Empty(decided.Diagnostics);
        Assert.Equal("author_id", decided.Model.Resources[0].Operations[0].Includes[0].IdField);
    }

    [Fact]
    public void Equal_texts_make_equal_overlays()
    {
        const string Text = "overlay: 1\noperations:\n  GET /invoices:\n    query:\n      a: { default: x, reason: R. }\n";

        Assert.Equal(ReadOverlay(Text), ReadOverlay("# A comment\n\n" + Text));
        Assert.NotEqual(ReadOverlay(Text), ReadOverlay(Text.Replace("default: x", "default: y")));
    }

    private static OverlayDocument ReadOverlay(string text)
        => Assert.IsType<OverlayDocument>(SpecReader.Read(new SpecFile("overlay.yaml", text, SpecOrigin.Bundled)).Document);

    private static SpecSetReading Read(string overlay)
        => SpecSet.Read([s_page, s_schemas, new SpecFile("overlay.yaml", overlay, SpecOrigin.Bundled)]);
}
