using Kantata.Spec.Operations;
using Microsoft.OpenApi;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.ContractWriter;

/// <summary>Items of a page, whose names are dotted, as a schema.</summary>
internal static class ItemSchema
{
    public static OpenApiSchema OfMembers(List<ContentItem> items)
    {
        OpenApiSchema root = Object();
        var schemas = new Dictionary<string, OpenApiSchema>(StringComparer.Ordinal);
        foreach (ContentItem item in items)
        {
            OpenApiSchema schema = Of(item.Type.Type, item.Type.Items);
            schema.Description = item.Text.Length > 0 ? item.Text : null;
            schemas.Add(item.Name, schema);

            int dot = item.Name.LastIndexOf('.');
            OpenApiSchema around = dot < 0 ? root : MemberHolder(schemas[item.Name[..dot]]);
            Add(around, item.Name[(dot + 1)..], schema, item.Type.IsRequired);
        }

        return root;
    }

    public static OpenApiSchema Of(ValueType type, ValueType? items) => type switch
    {
        ValueType.String => new OpenApiSchema { Type = JsonSchemaType.String },
        ValueType.Integer => new OpenApiSchema { Type = JsonSchemaType.Integer },
        ValueType.Number => new OpenApiSchema { Type = JsonSchemaType.Number },
        ValueType.Boolean => new OpenApiSchema { Type = JsonSchemaType.Boolean },
        ValueType.Array => new OpenApiSchema { Type = JsonSchemaType.Array, Items = items is null ? null : Of(items.Value, null) },
        ValueType.Any => new OpenApiSchema(),
        _ => Object(),
    };

    private static void Add(OpenApiSchema around, string name, OpenApiSchema schema, bool isRequired)
    {
        if (name == ValueTree.AnyName)
        {
            around.AdditionalProperties = schema;
            return;
        }

        (around.Properties ??= new Dictionary<string, IOpenApiSchema>()).Add(name, schema);
        if (isRequired)
        {
            (around.Required ??= new HashSet<string>()).Add(name);
        }
    }

    // The members of an array are those of its items.
    private static OpenApiSchema MemberHolder(OpenApiSchema schema)
    {
        if (schema.Type != JsonSchemaType.Array)
        {
            return schema;
        }

        schema.Items ??= Object();
        return (OpenApiSchema)schema.Items;
    }

    private static OpenApiSchema Object() => new() { Type = JsonSchemaType.Object };
}
