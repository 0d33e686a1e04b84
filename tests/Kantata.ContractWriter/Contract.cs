using System.Globalization;
using Kantata.Spec;
using Kantata.Spec.Model;
using Kantata.Spec.Operations;
using Kantata.Spec.Pages;
using Microsoft.OpenApi;

namespace Kantata.ContractWriter;

/// <summary>
/// The operations and entities of documents as one OpenAPI document. It is written as the API publishes its contract: types and
/// required members are declared, and lists, value sets, limits and associations stand in the prose only.
/// </summary>
public sealed class Contract
{
    private readonly OpenApiDocument _document = new()
    {
        Info = new OpenApiInfo { Title = "Kantata OX API", Version = "1.0.0" },
        Servers = [new OpenApiServer { Url = "https://api.mavenlink.com/api/v1" }],
        Components = new OpenApiComponents { Schemas = new Dictionary<string, IOpenApiSchema>() },
        Paths = [],
        Tags = new HashSet<OpenApiTag>(),
    };

    private readonly Dictionary<string, Operation> _operations;

    private Contract(IReadOnlyList<SpecFile> files)
    {
        _operations = SpecSet.Read(files).Model.Resources
            .SelectMany(resource => resource.Operations)
            .ToDictionary(operation => operation.Key, StringComparer.Ordinal);
    }

    /// <summary>Puts documents into one. An overlay among them is no part of it.</summary>
    public static Contract Of(IReadOnlyList<SpecFile> files)
    {
        var contract = new Contract(files);
        foreach (SpecFile file in files.Where(file => !file.Name.EndsWith(".md", StringComparison.Ordinal)))
        {
            contract.AddEntities(file);
        }

        Dictionary<string, string> tags = contract.AddTags(files);
        foreach (SpecFile file in files.Where(file => file.Name.EndsWith(".md", StringComparison.Ordinal)))
        {
            OperationContent page = new PageScanner(file.Text, new DiagnosticList(file.Name), []).Scan();
            if (page.Method.Length > 0)
            {
                contract.AddOperation(page, (OperationPage)SpecReader.Read(file).Document, tags);
            }
        }

        contract._document.RegisterComponents();
        return contract;
    }

    /// <summary>Writes it in JSON.</summary>
    public Task<string> ToJsonAsync(OpenApiSpecVersion version) => _document.SerializeAsJsonAsync(version);

    /// <summary>Writes it in YAML.</summary>
    public Task<string> ToYamlAsync(OpenApiSpecVersion version) => _document.SerializeAsYamlAsync(version);

    private void AddEntities(SpecFile file)
    {
        foreach (KeyValuePair<string, IOpenApiSchema> schema in EntitySchemas.Read(file))
        {
            _document.Components!.Schemas!.Add(schema.Key, schema.Value);
        }
    }

    private Dictionary<string, string> AddTags(IReadOnlyList<SpecFile> files)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (IndexPage index in files.Select(file => SpecReader.Read(file).Document).OfType<IndexPage>())
        {
            _document.Tags!.Add(new OpenApiTag { Name = index.Title, Description = index.Description });
            foreach (IndexEntry entry in index.Entries)
            {
                tags[entry.Operation] = index.Title;
            }
        }

        return tags;
    }

    private void AddOperation(OperationContent page, OperationPage document, Dictionary<string, string> tags)
    {
        Operation read = document.Operation;
        if (!_document.Paths.TryGetValue(page.Path, out IOpenApiPathItem? path))
        {
            _document.Paths.Add(page.Path, path = new OpenApiPathItem { Operations = [] });
        }

        var operation = new OpenApiOperation
        {
            Summary = page.Title,
            Description = page.Description,
            OperationId = OperationId(page),
            Tags = new HashSet<OpenApiTagReference> { new(tags[read.Key], _document) },
            Parameters =
            [
                .. page.PathParameters.Select(item => Parameter(item, ParameterLocation.Path, read.PathParameters)),
                .. page.QueryParameters.Select(item => Parameter(item, ParameterLocation.Query, read.Query)),
            ],
            RequestBody = Body(page, read),
            Responses = Responses(page, read),
        };
        path.Operations!.Add(new HttpMethod(page.Method), operation);
    }

    // Titles hold brackets and apostrophes, of which other tools make names that do not compile.
    private static string OperationId(OperationContent page)
        => page.Method.ToLowerInvariant() + page.Path.Replace('/', '_').Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);

    private static OpenApiParameter Parameter(ContentItem item, ParameterLocation location, IEnumerable<Value> read) => new()
    {
        Name = item.Name,
        In = location,
        Required = item.Type.IsRequired,
        Description = ItemText.Of(item),
        Schema = ItemSchema.Of(item.Type.Type, read.FirstOrDefault(value => value.Name == item.Name)?.Items ?? Spec.Model.ValueType.String),
    };

    // The API's contract declares JSON for each body and speaks of forms in the prose.
    private static OpenApiRequestBody? Body(OperationContent page, Operation read)
    {
        if (read.Body is null)
        {
            return null;
        }

        return new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, IOpenApiMediaType>
            {
                ["application/json"] = new OpenApiMediaType { Schema = ItemSchema.OfMembers(page.RequestFields) },
            },
        };
    }

    private OpenApiResponses Responses(OperationContent page, Operation read)
    {
        OpenApiResponses responses = [];
        if (page.Status is not null || read.Response.Shape == ResponseShape.Empty)
        {
            OpenApiResponse success = new() { Description = "success" };
            if (SuccessSchema(page, read.Response.Shape) is { } schema)
            {
                success.Content = new Dictionary<string, IOpenApiMediaType> { ["application/json"] = new OpenApiMediaType { Schema = schema } };
            }

            responses.Add((page.Status ?? 204).ToString(CultureInfo.InvariantCulture), success);
        }

        foreach (string status in (string[])["400", "401", "403", "404", "422", "503"])
        {
            responses.Add(status, new OpenApiResponse
            {
                Description = "error",
                Content = new Dictionary<string, IOpenApiMediaType>
                {
                    ["application/json"] = new OpenApiMediaType { Schema = new OpenApiSchemaReference("Errors", _document) },
                },
            });
        }

        return responses;
    }

    private OpenApiSchema? SuccessSchema(OperationContent page, ResponseShape shape)
    {
        if (page.ResponseFields.Count == 0)
        {
            return null;
        }

        OpenApiSchema schema = ItemSchema.OfMembers(page.ResponseFields);
        if (shape == ResponseShape.Array)
        {
            return new OpenApiSchema { Type = JsonSchemaType.Array, Items = schema };
        }

        foreach (ResponseCollection collection in _operations[page.Method + " " + page.Path].Response.Collections)
        {
            if (collection.Entity is not null && schema.Properties?.ContainsKey(collection.Key) == true)
            {
                schema.Properties[collection.Key] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    AdditionalProperties = new OpenApiSchemaReference(collection.Entity, _document),
                };
            }
        }

        return schema;
    }
}
