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
        if (DeclaredSchema.Resolve(FindProperty(schema, "results")) is not { } array || DeclaredSchema.TypeOf(array).Type != ValueType.Array)
        {
            return false;
        }

        IOpenApiSchema? result = DeclaredSchema.Resolve(array.Items);
        return result is null || !DeclaredSchema.HasProperties(result) || FindProperty(result, "key") is not null;
    }

    /// <summary>Reads the names of its members, and which entities its collections are declared to hold.</summary>
    public static void Read(OperationContent content, IOpenApiSchema schema, ItemPlace place)
    {
        foreach (KeyValuePair<string, IOpenApiSchema> property in DeclaredSchema.PartsOf(schema).SelectMany(part => part.Properties ?? new Dictionary<string, IOpenApiSchema>()))
        {
            if (DeclaredSchema.Resolve(property.Value) is not { } member)
            {
                continue;
            }

            ItemType type = SchemaFlattener.TypeOf(member, isRequired: false, isNullable: false);
            content.ResponseFields.Add(new ContentItem(property.Key, type, place.Below("properties").Below(property.Key)));
            if (member.AdditionalProperties is OpenApiSchemaReference { Reference.Id: { } entity })
            {
                content.CollectionEntities[property.Key] = entity;
            }
        }
    }

    private static IOpenApiSchema? FindProperty(IOpenApiSchema schema, string name)
    {
        foreach (IOpenApiSchema part in DeclaredSchema.PartsOf(schema))
        {
            if (part.Properties?.TryGetValue(name, out IOpenApiSchema? property) == true)
            {
                return property;
            }
        }

        return null;
    }
}
