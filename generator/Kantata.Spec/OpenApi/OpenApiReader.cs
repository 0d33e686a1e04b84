using System.Text.Json.Nodes;
using Kantata.Spec.Collections;
using Kantata.Spec.Model;
using Kantata.Spec.Operations;
using Kantata.Spec.Schemas;
using Kantata.Spec.Trees;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Kantata.Spec.OpenApi;

/// <summary>Reads an OpenAPI or Swagger document, whatever it was written in.</summary>
internal sealed class OpenApiReader(SpecFile file, JsonObject root, DocumentPositions positions, DiagnosticList diagnostics)
{
    private static readonly Uri s_nowhere = new("https://document.invalid/");

    private readonly List<ElementAlias> _aliases = [];

    /// <summary>The names by which later rooms refer to elements of the document.</summary>
    public EquatableArray<ElementAlias> Aliases => _aliases.ToEquatableArray();

    public OpenApiContract? Read()
    {
        string key = root.ContainsKey("openapi") ? "openapi" : "swagger";
        string version = root[key]?.ToString() ?? "";
        if (!IsKnownVersion(key, version))
        {
            diagnostics.Add(SpecDescriptors.UnknownOpenApiVersion, positions.Find(key), version);
            return null;
        }

        // YAML takes a bare 2.0 for a number, and the reader wants a text.
        root[key] = version;
        new DocumentCleaner(root, positions, diagnostics).Clean();
        RemoveErrorResponses();
        ReadResult? result = TryRead();
        foreach (OpenApiError error in (result?.Diagnostic?.Errors ?? []).Concat(result?.Diagnostic?.Warnings ?? []))
        {
            diagnostics.Add(SpecDescriptors.InvalidOpenApi, positions.Find(ElementPath(error.Pointer)), error.Message);
        }

        if (result?.Document is not { } document)
        {
            return null;
        }

        List<TaggedOperation> operations = ReadOperations(document);
        return new OpenApiContract(
            file.Name,
            file.Origin,
            ReadEntities(document),
            operations.Select(tagged => tagged.Operation).ToEquatableArray(),
            ReadTags(document, operations));
    }

    // Errors have one form everywhere, which the runtime knows. Of the time for a whole contract they would take a third.
    private void RemoveErrorResponses()
    {
        foreach (KeyValuePair<string, JsonNode?> path in root["paths"] as JsonObject ?? [])
        {
            foreach (KeyValuePair<string, JsonNode?> operation in path.Value as JsonObject ?? [])
            {
                if ((operation.Value as JsonObject)?["responses"] is JsonObject responses)
                {
                    string[] errors = [.. responses.Select(response => response.Key).Where(status => !OpenApiOperationReader.IsSuccess(status, out _))];
                    foreach (string status in errors)
                    {
                        responses.Remove(status);
                    }
                }
            }
        }
    }

    private EquatableArray<Entity> ReadEntities(OpenApiDocument document)
    {
        var entities = new List<Entity>();
        var reader = new SchemaValueReader();
        foreach (KeyValuePair<string, IOpenApiSchema> named in document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>())
        {
            // What stands around entities is none.
            if (DeclaredSchema.Resolve(named.Value) is not { } schema || ResponseEnvelope.Is(schema))
            {
                continue;
            }

            entities.Add(new Entity
            {
                Name = named.Key,
                Title = schema.Title ?? "",
                Description = DescriptionText.Read(schema.Description),
                Document = file.Name,
                Fields = reader.ReadMembers(schema),
            });
        }

        return entities.ToEquatableArray();
    }

    private List<TaggedOperation> ReadOperations(OpenApiDocument document)
    {
        var operations = new List<TaggedOperation>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var assembler = new OperationAssembler(file.Name, diagnostics);
        var reader = new OpenApiOperationReader(root, positions, _aliases);
        foreach (KeyValuePair<string, IOpenApiPathItem> path in document.Paths ?? [])
        {
            if (!EndpointLine.IsPath(path.Key.AsSpan()))
            {
                diagnostics.Add(SpecDescriptors.UnreadableEndpoint, positions.Find(DocumentTree.Path("paths", path.Key)), path.Key);
                continue;
            }

            foreach (KeyValuePair<HttpMethod, OpenApiOperation> operation in path.Value?.Operations ?? [])
            {
                OperationContent content = reader.Read(operation.Key.Method.ToUpperInvariant(), path.Key, path.Value!, operation.Value);
                operations.Add(new TaggedOperation(assembler.Assemble(content), operation.Value.Tags?.FirstOrDefault()?.Name));
                if (operation.Value.OperationId is { Length: > 0 } id && !ids.Add(id))
                {
                    TextPlace place = positions.Find(content.Element + "/operationId");
                    diagnostics.Add(SpecDescriptors.InvalidOpenApi, place, $"Another operation has the id '{id}', too; both are used");
                }
            }
        }

        return operations;
    }

    // A tag is to operations what an index page is to pages.
    private EquatableArray<IndexPage> ReadTags(OpenApiDocument document, List<TaggedOperation> operations)
    {
        ILookup<string, string?> descriptions = (document.Tags ?? new HashSet<OpenApiTag>())
            .ToLookup(tag => tag.Name ?? "", tag => tag.Description, StringComparer.Ordinal);
        return operations
            .Where(tagged => !string.IsNullOrWhiteSpace(tagged.Tag))
            .GroupBy(tagged => tagged.Tag!, tagged => new IndexEntry(tagged.Operation.Key, tagged.Operation.Title, tagged.Operation.Description), StringComparer.Ordinal)
            .Select(tag => new IndexPage(file.Name, file.Origin, tag.Key, DescriptionText.Read(descriptions[tag.Key].FirstOrDefault()), tag.ToEquatableArray()))
            .ToEquatableArray();
    }

    // The reader throws exceptions of many types at what is valid JSON and no OpenAPI. Whatever it is, it is this document's
    // fault and not to be another's.
    private ReadResult? TryRead()
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

    private static bool IsKnownVersion(string key, string version)
        => key == "swagger"
            ? version is "2.0" or "2"
            : version.StartsWith("3.0", StringComparison.Ordinal) || version.StartsWith("3.1", StringComparison.Ordinal) || version.StartsWith("3.2", StringComparison.Ordinal);

    // "#/components/schemas/Story" → "components/schemas/Story"
    private static string ElementPath(string? pointer)
        => (pointer ?? "").TrimStart('#', '/').Replace("~1", "/").Replace("~0", "~");

    /// <summary>An operation with the first of its tags.</summary>
    private sealed record TaggedOperation(Operation Operation, string? Tag);
}
