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
        RemoveNulls(root, "", positions, diagnostics);
        ReadResult? result = TryRead(root, diagnostics);
        foreach (OpenApiError error in (result?.Diagnostic?.Errors ?? []).Concat(result?.Diagnostic?.Warnings ?? []))
        {
            diagnostics.Add(SpecDescriptors.InvalidOpenApi, positions.Find(ElementPath(error.Pointer)), error.Message);
        }

        if (result?.Document is null)
        {
            return null;
        }

        var entities = new List<Entity>();
        var reader = new SchemaValueReader();
        foreach (KeyValuePair<string, IOpenApiSchema> schema in result.Document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>())
        {
            if (schema.Value is null)
            {
                continue;
            }

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

    // The reader throws exceptions of many types at what is valid JSON and no OpenAPI. Whatever it is, it is this document's
    // fault and not to be another's.
    private static ReadResult? TryRead(JsonObject root, DiagnosticList diagnostics)
    {
        try
        {
            return new OpenApiJsonReader().Read(root, s_nowhere, new OpenApiReaderSettings { RuleSet = ValidationRuleSet.GetEmptyRuleSet() });
        }
#pragma warning disable CA1031 // it is reported, and the reader does not say what it throws
        catch (Exception exception)
#pragma warning restore CA1031
        {
            diagnostics.Add(SpecDescriptors.InvalidOpenApi, TextPlace.Start, exception.Message);
            return null;
        }
    }

    // "title:" without a value is null, which the reader takes for a schema or a text. Only data can be null.
    private static void RemoveNulls(JsonNode? node, string path, DocumentPositions positions, DiagnosticList diagnostics)
    {
        if (node is JsonObject members)
        {
            foreach (KeyValuePair<string, JsonNode?> member in members.ToArray())
            {
                string below = DocumentTree.Path(path, member.Key);
                if (member.Key is "default" or "example" or "examples" or "enum" or "const")
                {
                    continue;
                }

                if (member.Value is null)
                {
                    members.Remove(member.Key);
                    diagnostics.Add(SpecDescriptors.InvalidOpenApi, positions.Find(below), $"'{member.Key}' has no value");
                }

                RemoveNulls(member.Value, below, positions, diagnostics);
            }
        }
        else if (node is JsonArray items)
        {
            for (int i = items.Count - 1; i >= 0; i--)
            {
                if (items[i] is null)
                {
                    items.RemoveAt(i);
                    diagnostics.Add(SpecDescriptors.InvalidOpenApi, positions.Find(path), "An item has no value");
                }
                else
                {
                    RemoveNulls(items[i], path, positions, diagnostics);
                }
            }
        }
    }

    private static bool IsKnownVersion(string key, string version)
        => key == "swagger"
            ? version is "2.0" or "2"
            : version.StartsWith("3.0", StringComparison.Ordinal) || version.StartsWith("3.1", StringComparison.Ordinal) || version.StartsWith("3.2", StringComparison.Ordinal);

    // "#/components/schemas/Story" → "components/schemas/Story"
    private static string ElementPath(string? pointer)
        => (pointer ?? "").TrimStart('#', '/').Replace("~1", "/").Replace("~0", "~");
}
