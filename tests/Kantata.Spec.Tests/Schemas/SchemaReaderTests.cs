using Kantata.Spec.Collections;
using Kantata.Spec.Model;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Spec.Tests.Schemas;

public sealed class SchemaReaderTests
{
    private const string Yaml = """
        openapi: 3.1.0
        info:
          title: Kantata OX API
          version: 1.0.0
        components:
          schemas:
            Attachments::PostAttachment:
              title: Attachment
              description: A file of a post.
              type: object
              required: [title]
              properties:
                title:
                  type: string
                  maxLength: 255
                  description: The title.
                size_in_bytes:
                  type: [integer, 'null']
                  minimum: 0
                  maximum: 100
                kind:
                  type: string
                  enum: [receipt, "can't say"]
                  default: receipt
                created_at:
                  type: string
                  format: date-time
                post_ids:
                  type: array
                  items:
                    type: string
                  description: Present only when `posts` is included.
                subject_ref:
                  type: object
                  properties:
                    key: { type: string }
                    id: { type: string }
                status:
                  type: object
                  properties:
                    color: { type: string }
                hours:
                  type: object
                  additionalProperties: { type: number }
                rows:
                  type: array
                  items:
                    type: object
                    properties:
                      rate: { type: number, format: float }
                value:
                  description: Anything.
                can_edit:
                  type: boolean
                  deprecated: true
                  description: Present only when asked for with `optional_fields`.
        """;

    private const string Json = """
        {
          "openapi": "3.0.3",
          "info": { "title": "T", "version": "1" },
          "paths": {},
          "components": {
            "schemas": {
              "Story": {
                "type": "object",
                "properties": {
                  "title": { "type": "string", "nullable": true },
                  "parent": { "$ref": "#/components/schemas/Parent" }
                }
              },
              "Parent": { "allOf": [ { "type": "object", "properties": { "name": { "type": "string" } } } ] }
            }
          }
        }
        """;

    [Fact]
    public void A_schema_is_an_entity()
    {
        var document = Assert.IsType<OpenApiContract>(Read(Yaml).Document);

        Entity entity = Assert.Single(document.Entities);
        Assert.Equal("Attachments::PostAttachment", entity.Name);
        Assert.Equal("Attachment", entity.Title);
        Assert.Equal("A file of a post.", entity.Description);
        Assert.Equal("entities/a.yaml", entity.Document);
        Assert.Equal(
            EquatableArray.Of(
                new Value { Name = "title", Type = ValueType.String, MaxLength = 255, IsRequired = true, Description = "The title." },
                new Value { Name = "size_in_bytes", Type = ValueType.Integer, IsNullable = true, Minimum = 0, Maximum = 100, Unit = "bytes" },
                new Value { Name = "kind", Type = ValueType.String, KnownValues = EquatableArray.Of("receipt", "can't say"), Default = "receipt" },
                new Value { Name = "created_at", Type = ValueType.String, Format = ValueFormat.DateTime },
                new Value { Name = "post_ids", Type = ValueType.Array, Items = ValueType.String, WhenIncluded = "posts", Description = "Present only when `posts` is included." },
                new Value { Name = "subject_ref", Type = ValueType.Reference },
                new Value { Name = "status", Type = ValueType.Object, Members = EquatableArray.Of(new Value { Name = "color", Type = ValueType.String }) },
                new Value { Name = "hours", Type = ValueType.Map, Items = ValueType.Number },
                new Value { Name = "rows", Type = ValueType.Array, Items = ValueType.Object, Members = EquatableArray.Of(new Value { Name = "rate", Type = ValueType.Number }) },
                new Value { Name = "value", Type = ValueType.Any, Description = "Anything." },
                new Value { Name = "can_edit", Type = ValueType.Boolean, IsDeprecated = true, IsOptionalField = true, Description = "Present only when asked for with `optional_fields`." }),
            entity.Fields);
    }

    [Fact]
    public void A_document_in_json_is_read_too()
    {
        var document = Assert.IsType<OpenApiContract>(Read(Json, "docs/a.json").Document);

        Assert.Equal(["Story", "Parent"], document.Entities.Select(entity => entity.Name));
        Assert.True(document.Entities[0].Fields[0].IsNullable);
        Assert.Equal(document.Entities[1].Fields, document.Entities[0].Fields[1].Members);
        Assert.Equal("name", Assert.Single(document.Entities[1].Fields).Name);
    }

    [Fact]
    public void Swagger_has_its_entities_elsewhere()
    {
        var document = Assert.IsType<OpenApiContract>(Read("swagger: 2.0\ninfo: { title: T, version: '1' }\npaths: {}\ndefinitions:\n  Story:\n    type: object\n    properties:\n      title: { type: string }\n").Document);

        Assert.Equal("Story", Assert.Single(document.Entities).Name);
    }

    [Fact]
    public void Reading_the_same_text_twice_gives_equal_documents()
    {
        DocumentReading reading = Read(Yaml);

        Assert.Empty(reading.Diagnostics);
        Assert.Equal(reading, Read(Yaml));
        Assert.Equal(reading.Document, Read("\uFEFF\n\n" + Yaml.Replace("\n", "\r\n").Replace("  schemas:", "  # the entities\n\n  schemas:")).Document);
        Assert.NotEqual(reading.Document, Read(Yaml.Replace("255", "254")).Document);
    }

    [Fact]
    public void Elements_have_places()
    {
        Assert.Equal(new TextPlace(13, 9, 14), Read(Yaml).Positions.Find("components/schemas/Attachments::PostAttachment/properties/title"));
        Assert.Equal(new TextPlace(10, 11, 18), Read(Json, "docs/a.json").Positions.Find("components/schemas/Story/properties/title"));
    }

    [Theory]
    [InlineData("a: [1, 2\n", "KAN0030", 2)]
    [InlineData("openapi: 3.1.0\ncomponents:\n  schemas:\n   - Story\n  Story: a\n b: c\n", "KAN0030", 6)]
    [InlineData("openapi: 3.1.0\n\tinfo: a\n", "KAN0030", 2)]
    [InlineData("a: &x b\nc: *x\n", "KAN0030", 2)]
    [InlineData("a: b\n", "KAN0032", 1)]
    [InlineData("- a\n- b\n", "KAN0032", 1)]
    [InlineData("info: a\nopenapi: 4.0.0\n", "KAN0033", 2)]
    [InlineData("swagger: 1.2\n", "KAN0033", 1)]
    [InlineData("openapi:\n", "KAN0033", 1)]
    public void Documents_that_cannot_be_used(string text, string id, int line)
    {
        DocumentReading reading = Read(text);

        Assert.Equal((id, line), Assert.Single(reading.Diagnostics.Select(fault => (fault.Id, fault.Line))));
        Assert.IsType<UnreadableDocument>(reading.Document);
    }

    [Theory]
    [InlineData("{ \"openapi\": \"3.1.0\", ", 1)]
    [InlineData("{\n  \"openapi\" \"3.1.0\"\n}", 2)]
    public void Json_that_does_not_parse(string text, int line)
    {
        DocumentReading reading = Read(text, "docs/a.json");

        Assert.Equal(("KAN0031", line), Assert.Single(reading.Diagnostics.Select(fault => (fault.Id, fault.Line))));
        Assert.IsType<UnreadableDocument>(reading.Document);
    }

    [Fact]
    public void A_doubled_key_is_shown_and_the_first_used()
    {
        DocumentReading reading = Read(Yaml.Replace("        kind:\n", "        title: { type: integer }\n        kind:\n"));

        SpecDiagnostic fault = Assert.Single(reading.Diagnostics);
        Assert.Equal(("KAN0035", 21, 9, 14), (fault.Id, fault.Line, fault.Column, fault.EndColumn));
        Assert.Equal(ValueType.String, Assert.IsType<OpenApiContract>(reading.Document).Entities[0].Fields[0].Type);
    }

    [Fact]
    public void A_schema_without_content_is_shown_and_the_rest_read()
    {
        DocumentReading reading = Read(Yaml.Replace("        value:\n          description: Anything.\n", "        value:\n"));

        Assert.Equal(("KAN0034", 51), Assert.Single(reading.Diagnostics.Select(fault => (fault.Id, fault.Line))));
        Assert.Equal(10, Assert.IsType<OpenApiContract>(reading.Document).Entities[0].Fields.Count);
    }

    private static DocumentReading Read(string text, string name = "entities/a.yaml") => SpecReader.Read(new SpecFile(name, text, SpecOrigin.Bundled));
}
