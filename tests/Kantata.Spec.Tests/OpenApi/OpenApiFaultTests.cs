namespace Kantata.Spec.Tests.OpenApi;

/// <summary>Faults in OpenAPI documents are shown at their place, and the rest is read.</summary>
public sealed class OpenApiFaultTests
{
    [Theory]
    [InlineData("'401': { description: no, schema: { $ref: '#/definitions/Errors' } }", "'401': { description: no, schema: { $ref: '#/definitions/Nowhere' } }", "KAN0034", 16, "The document has no '#/definitions/Nowhere'")]
    [InlineData("title: { type: string }", "title: { $ref: 'other.yaml#/Title' }", "KAN0034", 25, "The document has no 'other.yaml#/Title'")]
    [InlineData("title: { type: string } } }", "title: { $ref: '#/definitions/A' } } }\n  A: { $ref: '#/definitions/B' }\n  B: { $ref: '#/definitions/A' }", "KAN0034", 25, "'#/definitions/A' refers to itself in the end")]
    [InlineData("operationId: Get Widget\n", "operationId: Get Widgets\n", "KAN0034", 20, "Another operation has the id 'Get Widgets', too; both are used")]
    [InlineData("{ in: path, name: id, type: integer, required: true }", "{ in: path, name: key, type: integer, required: true }", "KAN0021", 18, "The path has '{id}', which no path parameter describes; it is taken as a string")]
    [InlineData("name: kind, type: string", "name: page, type: string", "KAN0018", 13, "'page' stands in this section already; the first one is used")]
    [InlineData("  /widgets/{id}:", "  /widgets/{id:", "KAN0011", 17, "'/widgets/{id' is not a method and a path, such as 'GET /invoices/{id}'")]
    [InlineData("parameters:\n      - { in: path", "parameters: 7\n      x-parameters:\n      - { in: path", "KAN0034", 21, null)]
    [InlineData("title: { type: string }", "title: 7", "KAN0034", 25, "'title' is no schema")]
    [InlineData("title: { type: string }", "title:", "KAN0034", 25, "'title' has no value")]
    [InlineData("required: true }", "required: perhaps }", "KAN0034", 22, "'required' is neither true nor false")]
    public void A_fault_is_shown_where_it_stands(string said, string wrong, string id, int line, string? message)
    {
        Assert.Contains(said, Text, StringComparison.Ordinal);

        SpecSetReading reading = SpecSet.Read([new SpecFile("docs/a.yaml", Text.Replace(said, wrong, StringComparison.Ordinal), SpecOrigin.User)]);

        Assert.Contains(reading.Diagnostics, fault => fault.Id == id && fault.Line == line && (message is null || fault.Message == message));
        Assert.NotEmpty(reading.Model.Resources);
        Assert.NotEmpty(reading.Model.Entities);
    }

    [Fact]
    public void The_document_itself_has_no_fault()
        => Assert.Empty(SpecSet.Read([new SpecFile("docs/a.yaml", Text, SpecOrigin.User)]).Diagnostics);

    [Fact]
    public void An_include_of_an_unknown_entity_is_shown_at_its_parameter()
    {
        string text = Text.Replace("(Story)", "(Novel)", StringComparison.Ordinal);

        SpecDiagnostic fault = Assert.Single(SpecSet.Read([new SpecFile("docs/a.yaml", text, SpecOrigin.User)]).Diagnostics);

        Assert.Equal(("KAN0042", 14, 9), (fault.Id, fault.Line, fault.Column));
    }

    [Fact]
    public void An_operation_without_a_response_is_an_operation_with_an_unknown_one()
    {
        string text = Text.Replace("responses: { '204': { description: gone } }", "deprecated: false", StringComparison.Ordinal);

        SpecSetReading reading = SpecSet.Read([new SpecFile("docs/a.yaml", text, SpecOrigin.User)]);

        Assert.Equal(Model.ResponseShape.Unknown, reading.Model.Resources.Single().Operations.Single(operation => operation.Method == "DELETE").Response.Shape);
    }

    [Fact]
    public void Bodies_that_hold_themselves_are_read_to_an_end()
    {
        const string Swagger = """
            swagger: '2.0'
            info: { title: T, version: '1' }
            paths:
              /nodes:
                post:
                  parameters:
                  - { in: body, name: body, schema: { $ref: '#/definitions/Node' } }
                  responses: { '200': { description: ok, schema: { $ref: '#/definitions/Node' } } }
            definitions:
              Node:
                type: object
                properties:
                  left: { $ref: '#/definitions/Node' }
                  right: { type: array, items: { $ref: '#/definitions/Node' } }
                  all: { allOf: [ { $ref: '#/definitions/Node' } ] }
            """;

        SpecSetReading reading = SpecSet.Read([new SpecFile("docs/a.yaml", Swagger, SpecOrigin.User)]);

        Assert.Equal(["left", "right", "all"], reading.Model.Resources.Single().Operations.Single().Body!.Fields.Select(field => field.Name));
    }

    private const string Text = """
        swagger: '2.0'
        info: { title: Widgets, version: 1.0.0 }
        tags:
        - { name: Widgets, description: A widget is a small thing. }
        paths:
          /widgets:
            get:
              tags: [ Widgets ]
              summary: Fetching a list of Widgets
              operationId: Get Widgets
              parameters:
              - { in: query, name: page, type: integer }
              - { in: query, name: kind, type: string }
              - { in: query, name: include, type: string, description: "Any of these:\n- `story` (Story) - The task." }
              responses:
                '401': { description: no, schema: { $ref: '#/definitions/Errors' } }
          /widgets/{id}:
            delete:
              tags: [ Widgets ]
              operationId: Get Widget
              parameters:
              - { in: path, name: id, type: integer, required: true }
              responses: { '204': { description: gone } }
        definitions:
          Story: { type: object, properties: { title: { type: string } } }
          Errors: { type: object, properties: { message: { type: string } } }
        """;
}
