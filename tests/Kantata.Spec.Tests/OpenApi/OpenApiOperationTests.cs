using Kantata.Spec.Collections;
using Kantata.Spec.Model;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Spec.Tests.OpenApi;

/// <summary>What becomes what when operations are read from OpenAPI documents.</summary>
public sealed class OpenApiOperationTests
{
    public static TheoryData<string> Versions => [WidgetContract.Swagger, WidgetContract.OpenApi("3.0.3"), WidgetContract.OpenApi("3.1.0")];

    [Theory]
    [MemberData(nameof(Versions))]
    public void Parameters_mean_what_their_descriptions_say(string text)
    {
        Operation list = Read(text, "GET /widgets");

        Assert.Equal("Fetching a list of Widgets", list.Title);
        Assert.Equal("Lists widgets.", list.Description);
        Assert.Equal(["story_ids", "kind", "page"], list.Query.Select(parameter => parameter.Name));
        Assert.Equal(ListKind.Ids, list.Query[0].List);
        Assert.Equal(EquatableArray.Of("round", "square"), list.Query[1].KnownValues);
        Assert.Equal((ValueType.Integer, "1", 1m), (list.Query[2].Type, list.Query[2].Default, list.Query[2].Minimum));
        Assert.Equal(new Ordering(EquatableArray.Of("created_at:asc", "created_at:desc"), "created_at:desc"), list.Order);
        Include include = Assert.Single(list.Includes);
        Assert.Equal(("story", "Story", "stories", "story_id"), (include.Name, include.Entity, include.Collection, include.IdField));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void The_member_around_the_fields_of_a_body_is_its_wrapper(string text)
    {
        RequestBody body = Read(text, "POST /widgets").Body!;

        Assert.Equal(("application/json", "widget"), (body.ContentType, body.Wrapper));
        Assert.Equal(["title", "kind", "story_id"], body.Fields.Select(field => field.Name));
        Assert.Equal([true, false, false], body.Fields.Select(field => field.IsRequired));
        Assert.Equal(EquatableArray.Of("round", "square"), body.Fields[1].KnownValues);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Collections_hold_the_entities_that_they_refer_to(string text)
    {
        Response response = Read(text, "GET /widgets").Response;

        Assert.Equal((ResponseShape.Collections, 200, "widgets"), (response.Shape, response.Status, response.Collection));
        Assert.Equal(EquatableArray.Of(new ResponseCollection("widgets", "Widget"), new ResponseCollection("stories", "Story")), response.Collections);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void What_is_around_entities_is_none(string text)
        => Assert.Equal(["Errors", "Story", "Widget", "Widgets::Story"], Model(text).Entities.Select(entity => entity.Name));

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_tag_is_a_resource(string text)
    {
        Resource resource = Assert.Single(Model(text).Resources);

        Assert.Equal(("widgets", "Widgets", "A widget is a small thing."), (resource.Key, resource.Name, resource.Description));
        Assert.Equal(["GET /widgets", "POST /widgets", "DELETE /widgets/{id}"], resource.Operations.Select(operation => operation.Key));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Parameters_of_a_path_belong_to_each_of_its_operations(string text)
    {
        Value id = Assert.Single(Read(text, "DELETE /widgets/{id}").PathParameters);

        Assert.Equal(("id", ValueType.Integer, "The ID of the widget."), (id.Name, id.Type, id.Description));
        Assert.Equal(ResponseShape.Empty, Read(text, "DELETE /widgets/{id}").Response.Shape);
    }

    [Fact]
    public void Without_a_tag_the_path_names_the_resource()
        => Assert.Equal("widgets", Assert.Single(Model(WidgetContract.Swagger.Replace("\"tags\": [ \"Widgets\" ],", "", StringComparison.Ordinal)).Resources).Key);

    [Fact]
    public void Parts_of_a_form_are_members_of_what_is_before_the_brackets()
    {
        RequestBody body = Read(
            """
            swagger: '2.0'
            info: { title: T, version: '1' }
            paths:
              /attachments:
                post:
                  consumes: [ multipart/form-data ]
                  parameters:
                  - { in: formData, name: 'attachment[type]', type: string, required: true }
                  - { in: formData, name: 'attachment[data]', type: file }
                  responses: { '204': { description: done } }
            """,
            "POST /attachments").Body!;

        Assert.Equal(("multipart/form-data", "attachment"), (body.ContentType, body.Wrapper));
        Assert.Equal([("type", ValueFormat.None, true), ("data", ValueFormat.Binary, false)], body.Fields.Select(field => (field.Name, field.Format, field.IsRequired)));
    }

    [Theory]
    [InlineData("{ type: array, items: { type: object, properties: { name: { type: string } } } }", ResponseShape.Array)]
    [InlineData("{ type: object, properties: { name: { type: string } } }", ResponseShape.Object)]
    [InlineData("{ type: object, additionalProperties: { type: object, properties: { name: { type: string } } } }", ResponseShape.Map)]
    public void Responses_without_the_envelope_have_shapes(string schema, ResponseShape shape)
    {
        Response response = Read(
            $$"""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths:
              /things:
                get:
                  responses: { '200': { description: ok, content: { application/json: { schema: {{schema}} } } } }
            """,
            "GET /things").Response;

        Assert.Equal(shape, response.Shape);
        Assert.Equal("name", Assert.Single(response.Fields).Name);
    }

    [Fact]
    public void A_response_that_is_no_json_is_a_file()
        => Assert.Equal(
            ResponseShape.File,
            Read("openapi: 3.0.3\ninfo: { title: T, version: '1' }\npaths:\n  /things:\n    get:\n      responses: { '200': { description: ok, content: { text/csv: { schema: { type: string } } } } }\n", "GET /things").Response.Shape);

    [Fact]
    public void This_or_null_is_this()
    {
        Value field = Read(
            """
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /things:
                post:
                  requestBody:
                    content:
                      application/json:
                        schema:
                          type: object
                          properties:
                            due: { anyOf: [ { type: string, format: date }, { type: 'null' } ], description: The day. }
                  responses: { '204': { description: done } }
            """,
            "POST /things").Body!.Fields.Single();

        Assert.Equal((ValueType.String, ValueFormat.Date, true, "The day."), (field.Type, field.Format, field.IsNullable, field.Description));
    }

    [Fact]
    public void Of_responses_that_mean_an_error_nothing_is_read()
    {
        Response response = Read(
            """
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /things/{id}:
                get:
                  parameters: [ { name: id, in: path, required: true, schema: { type: integer } } ]
                  responses:
                    default: { description: [ no text ] }
                    '302': { description: elsewhere }
                    '404': { description: none, content: { application/json: { schema: { type: object, properties: { reason: { type: string } } } } } }
                    2XX: { description: found, content: { application/json: { schema: { type: object, properties: { title: { type: string } } } } } }
            """,
            "GET /things/{id}").Response;

        Assert.Equal((ResponseShape.Object, 200), (response.Shape, response.Status));
        Assert.Equal("title", Assert.Single(response.Fields).Name);
    }

    private static ApiModel Model(string text)
    {
        SpecSetReading reading = SpecSet.Read([new SpecFile(text.TrimStart().StartsWith('{') ? "docs/a.json" : "docs/a.yaml", text, SpecOrigin.User)]);
        Assert.Empty(reading.Diagnostics);
        return reading.Model;
    }

    private static Operation Read(string text, string key) => Model(text).Resources.SelectMany(resource => resource.Operations).Single(operation => operation.Key == key);
}
