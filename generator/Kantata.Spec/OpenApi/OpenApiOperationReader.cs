using System.Globalization;
using System.Text.Json.Nodes;
using Kantata.Spec.Model;
using Kantata.Spec.Operations;
using Kantata.Spec.Schemas;
using Kantata.Spec.Trees;
using Microsoft.OpenApi;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Spec.OpenApi;

/// <summary>Takes one operation of an OpenAPI document apart, so that it is understood as a page is.</summary>
/// <param name="root">The document as it was written.</param>
/// <param name="positions">Where the elements of the document stand.</param>
/// <param name="aliases">Gathers the names by which later rooms refer to elements.</param>
internal sealed class OpenApiOperationReader(JsonObject root, DocumentPositions positions, List<ElementAlias> aliases)
{
    private readonly SchemaFlattener _flattener = new();
    private readonly bool _isSwagger = root.ContainsKey("swagger");

    public OperationContent Read(string method, string path, IOpenApiPathItem item, OpenApiOperation operation)
    {
        string around = DocumentTree.Path("paths", path);
        string element = DocumentTree.Path(around, method.ToLowerInvariant());
        var content = new OperationContent
        {
            Method = method,
            Path = path,
            Element = element,
            EndpointPlace = new ItemPlace(positions, element),
            Title = Title(method, path, operation),
            Description = DescriptionText.Read(operation.Description),
        };

        ReadParameters(content, operation.Parameters, element, element);
        ReadParameters(content, item.Parameters, around, element);
        ReadBody(content, operation.RequestBody, element);
        ReadResponse(content, operation.Responses, element);
        return content;
    }

    private static string Title(string method, string path, OpenApiOperation operation)
    {
        string title = operation.Summary?.Trim() is { Length: > 0 } summary ? summary : operation.OperationId?.Trim() ?? "";
        return title.Length > 0 ? title : method + " " + path;
    }

    // What the operation says of a parameter holds over what is said for all operations of the path.
    private void ReadParameters(OperationContent content, IList<IOpenApiParameter>? parameters, string around, string element)
    {
        bool isForAll = around != element;
        for (int i = 0; i < parameters?.Count; i++)
        {
            IOpenApiParameter parameter = parameters[i];
            List<ContentItem>? items = parameter.In switch
            {
                ParameterLocation.Path => content.PathParameters,
                ParameterLocation.Query => content.QueryParameters,
                _ => null,
            };
            if (items is null || parameter.Name is not { Length: > 0 } name || (isForAll && items.Exists(item => item.Name == name)))
            {
                continue;
            }

            string path = around + "/parameters/" + i.ToString(CultureInfo.InvariantCulture);
            aliases.Add(new ElementAlias(element + (parameter.In == ParameterLocation.Path ? "/path/" : "/query/") + name, path));
            items.Add(Parameter(parameter, name, new ItemPlace(positions, path)));
        }
    }

    private static ContentItem Parameter(IOpenApiParameter parameter, string name, ItemPlace place)
    {
        IOpenApiSchema? declared = parameter.Schema ?? parameter.Content?.Values.FirstOrDefault()?.Schema;
        IOpenApiSchema? schema = DeclaredSchema.WithoutNull(declared, out bool isNullable);
        ItemType type = schema is null
            ? new ItemType { IsRequired = parameter.Required }
            : SchemaFlattener.TypeOf(schema, parameter.Required, isNullable);
        var item = new ContentItem(name, type with { IsDeprecated = type.IsDeprecated || parameter.Deprecated }, place)
        {
            Declared = schema is null ? null : SchemaFlattener.FactsOf(schema),
        };

        string? description = parameter.Description ?? schema?.Description;
        if (name is "include" or "optional_fields")
        {
            DescriptionText.ReadList(description, item, place);
        }
        else
        {
            item.Text = DescriptionText.Read(description);
        }

        return item;
    }

    private void ReadBody(OperationContent content, IOpenApiRequestBody? body, string element)
    {
        if (Preferred(body?.Content) is not var (mediaType, media) || DeclaredSchema.Resolve(media.Schema) is not { } schema)
        {
            return;
        }

        content.RequestMediaType = mediaType;
        var place = new ItemPlace(positions, _isSwagger ? SwaggerBodyPath(content, element) : element + "/requestBody/content/" + mediaType + "/schema");
        if (mediaType.IndexOf("form", StringComparison.OrdinalIgnoreCase) >= 0)
        {
            _flattener.AddParts(content.RequestFields, schema, place);
        }
        else
        {
            _flattener.AddMembers(content.RequestFields, schema, place);
        }
    }

    // In Swagger the body is one of the parameters, or some of them.
    private string SwaggerBodyPath(OperationContent content, string element)
    {
        JsonArray? parameters = ((root["paths"] as JsonObject)?[content.Path] as JsonObject)?[content.Method.ToLowerInvariant()]?["parameters"] as JsonArray;
        int body = parameters?.ToList().FindIndex(parameter => (parameter as JsonObject)?["in"]?.ToString() == "body") ?? -1;
        return element + "/parameters" + (body < 0 ? "" : "/" + body.ToString(CultureInfo.InvariantCulture) + "/schema");
    }

    // The first that means success; the others are errors, which have one form everywhere.
    private void ReadResponse(OperationContent content, OpenApiResponses? responses, string element)
    {
        foreach (KeyValuePair<string, IOpenApiResponse> response in responses ?? [])
        {
            if (!IsSuccess(response.Key, out int status))
            {
                continue;
            }

            content.Status = status;
            string path = element + "/responses/" + response.Key;
            if (Preferred(response.Value?.Content) is var (mediaType, media) && DeclaredSchema.WithoutNull(media.Schema, out _) is { } schema)
            {
                path += _isSwagger ? "/schema" : "/content/" + mediaType + "/schema";
                content.ResponseMediaType = DeclaredSchema.FormatOf(schema) == ValueFormat.Binary ? "application/octet-stream" : mediaType;
                ReadResponseFields(content, schema, new ItemPlace(positions, path));
            }

            aliases.Add(new ElementAlias(element + "/response/" + status.ToString(CultureInfo.InvariantCulture), path));
            return;
        }
    }

    private void ReadResponseFields(OperationContent content, IOpenApiSchema schema, ItemPlace place)
    {
        if (DeclaredSchema.TypeOf(schema).Type == ValueType.Array)
        {
            content.IsResponseArray = true;
            if (DeclaredSchema.Resolve(schema.Items) is { } item)
            {
                _flattener.AddMembers(content.ResponseFields, item, place.Below("items"));
            }
        }
        else if (ResponseEnvelope.Is(schema))
        {
            ResponseEnvelope.Read(content, schema, place);
        }
        else
        {
            _flattener.AddMembers(content.ResponseFields, schema, place);
        }
    }

    /// <summary>Whether a response of this status means success, and the status as a number.</summary>
    public static bool IsSuccess(string status, out int number)
    {
        number = 200;
        return status is "2XX" or "2xx"
            || (int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is >= 200 and < 300);
    }

    private static (string MediaType, IOpenApiMediaType Media)? Preferred(IDictionary<string, IOpenApiMediaType>? content)
    {
        if (content is not { Count: > 0 })
        {
            return null;
        }

        foreach (KeyValuePair<string, IOpenApiMediaType> media in content)
        {
            if (media.Value is not null && media.Key.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return (media.Key, media.Value);
            }
        }

        KeyValuePair<string, IOpenApiMediaType> first = content.First();
        return first.Value is null ? null : (first.Key, first.Value);
    }
}
