using System.Text.Json.Nodes;
using Kantata.Spec.Collections;
using Kantata.Spec.Model;
using Kantata.Spec.Trees;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Kantata.Spec.Schemas;

/// <summary>Reads the entities of an OpenAPI or Swagger document, whatever it was written in.</summary>
internal static class OpenApiReader
{
    private static readonly Uri s_nowhere = new("https://document.invalid/");

    public static SchemaDocument? Read(SpecFile file, JsonObject root, DocumentTree tree, DiagnosticList diagnostics)
    {
        var positions = new DocumentPositions(tree.Elements.ToEquatableArray());
        string key = root.ContainsKey("openapi") ? "openapi" : "swagger";
        string version = root[key]?.ToString() ?? "";
        if (!IsKnownVersion(key, version))
        {
            diagnostics.Add(SpecDescriptors.UnknownOpenApiVersion, positions.Find(key), version);
            return null;
        }

        // YAML takes a bare 2.0 for a number, and the reader wants a text.
        root[key] = version;
        ReadResult result = new OpenApiJsonReader().Read(root, s_nowhere, new OpenApiReaderSettings { RuleSet = ValidationRuleSet.GetEmptyRuleSet() });
        foreach (OpenApiError error in (result.Diagnostic?.Errors ?? []).Concat(result.Diagnostic?.Warnings ?? []))
        {
            diagnostics.Add(SpecDescriptors.InvalidOpenApi, positions.Find(ElementPath(error.Pointer)), error.Message);
        }

        if (result.Document is null)
        {
            return null;
        }

        var entities = new List<Entity>();
        var reader = new SchemaValueReader();
        foreach (KeyValuePair<string, IOpenApiSchema> schema in result.Document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>())
        {
            entities.Add(new Entity
            {
                Name = schema.Key,
                Title = schema.Value.Title ?? "",
                Description = schema.Value.Description?.Trim() ?? "",
                Document = file.Name,
                Fields = reader.ReadMembers(schema.Value),
            });
        }

        return new SchemaDocument(file.Name, file.Origin, entities.ToEquatableArray());
    }

    private static bool IsKnownVersion(string key, string version)
        => key == "swagger"
            ? version is "2.0" or "2"
            : version.StartsWith("3.0", StringComparison.Ordinal) || version.StartsWith("3.1", StringComparison.Ordinal) || version.StartsWith("3.2", StringComparison.Ordinal);

    // "#/components/schemas/Story" → "components/schemas/Story"
    private static string ElementPath(string? pointer)
        => (pointer ?? "").TrimStart('#', '/').Replace("~1", "/").Replace("~0", "~");
}
