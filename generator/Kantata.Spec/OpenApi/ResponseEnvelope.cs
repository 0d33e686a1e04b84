using Kantata.Spec.Operations;
using Kantata.Spec.Schemas;
using Microsoft.OpenApi;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Spec.OpenApi;

/// <summary>Reads the usual envelope of a response: <c>results</c>, and collections of entities beside it.</summary>
internal static class ResponseEnvelope
{
    /// <summary>Whether a schema is one: it has <c>results</c>, each with a key where more is said of them.</summary>
    public static bool Is(IOpenApiSchema schema)
    {
        IOpenApiSchema? results = PropertiesOf(schema).FirstOrDefault(property => property.Key == "results").Value;
        if (DeclaredSchema.Resolve(results) is not { } array || DeclaredSchema.TypeOf(array).Type != ValueType.Array)
        {
            return false;
        }

        IOpenApiSchema? result = DeclaredSchema.Resolve(array.Items);
        return result is null || !DeclaredSchema.HasProperties(result) || PropertiesOf(result).Any(property => property.Key == "key");
    }

    /// <summary>Reads the names of its members, and which entities its collections are declared to hold.</summary>
    public static void Read(OperationContent content, IOpenApiSchema schema, string path, DocumentPositions positions)
    {
        foreach (KeyValuePair<string, IOpenApiSchema> property in PropertiesOf(schema))
        {
            if (DeclaredSchema.Resolve(property.Value) is not { } member)
            {
                continue;
            }

            var place = new ItemPlace(positions, path + "/properties/" + property.Key);
            content.ResponseFields.Add(new ContentItem(property.Key, SchemaFlattener.TypeOf(member, isRequired: false, isNullable: false), place));
            if (member.AdditionalProperties is OpenApiSchemaReference { Reference.Id: { } entity })
            {
                content.CollectionEntities[property.Key] = entity;
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, IOpenApiSchema>> PropertiesOf(IOpenApiSchema schema)
        => DeclaredSchema.PartsOf(schema).SelectMany(part => part.Properties ?? new Dictionary<string, IOpenApiSchema>());
}
