using System.Globalization;
using System.Text.Json.Nodes;
using Kantata.Spec.Collections;
using Kantata.Spec.Model;
using Microsoft.OpenApi;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Spec.Schemas;

/// <summary>What a schema declares, in the words of the model.</summary>
internal static class DeclaredSchema
{
    // Schemas may be made of each other in a circle; no schema is made of parts of parts as often as this.
    private const int MostLevels = 8;

    /// <summary>What a reference refers to, and else the schema itself; null where a reference leads nowhere.</summary>
    public static IOpenApiSchema? Resolve(IOpenApiSchema? schema)
    {
        for (int level = 0; schema is OpenApiSchemaReference reference && level < MostLevels; level++)
        {
            schema = reference.Target;
        }

        return schema is OpenApiSchemaReference ? null : schema;
    }

    /// <summary>The one schema that "this or null" is about, and else the schema itself.</summary>
    public static IOpenApiSchema? WithoutNull(IOpenApiSchema? schema, out bool isNullable)
    {
        isNullable = false;
        IOpenApiSchema? resolved = Resolve(schema);
        IList<IOpenApiSchema>? variants = resolved?.AnyOf is { Count: > 0 } anyOf ? anyOf : resolved?.OneOf;
        if (variants is not { Count: 2 } || resolved!.Properties is { Count: > 0 })
        {
            return resolved;
        }

        int isNull = IsNull(variants[0]) ? 0 : IsNull(variants[1]) ? 1 : -1;
        isNullable = isNull >= 0;
        return isNullable ? Resolve(variants[1 - isNull]) : resolved;
    }

    /// <summary>A schema and those that it is made of.</summary>
    public static IEnumerable<IOpenApiSchema> PartsOf(IOpenApiSchema schema) => PartsOf(schema, 0);

    public static (ValueType Type, bool IsNullable) TypeOf(IOpenApiSchema schema)
    {
        JsonSchemaType declared = schema.Type ?? 0;
        bool isNullable = (declared & JsonSchemaType.Null) != 0;
        ValueType type = (declared & ~JsonSchemaType.Null) switch
        {
            JsonSchemaType.String => ValueType.String,
            JsonSchemaType.Integer => ValueType.Integer,
            JsonSchemaType.Number or (JsonSchemaType.Number | JsonSchemaType.Integer) => ValueType.Number,
            JsonSchemaType.Boolean => ValueType.Boolean,
            JsonSchemaType.Array => ValueType.Array,
            JsonSchemaType.Object => IsMap(schema) ? ValueType.Map : ValueType.Object,
            0 when HasProperties(schema) => ValueType.Object,
            0 when IsMap(schema) => ValueType.Map,
            _ => ValueType.Any,
        };

        return (type, isNullable);
    }

    public static bool HasProperties(IOpenApiSchema schema) => PartsOf(schema).Any(part => part.Properties is { Count: > 0 });

    public static ValueFormat FormatOf(IOpenApiSchema schema) => schema.Format switch
    {
        "date" => ValueFormat.Date,
        "date-time" => ValueFormat.DateTime,
        "binary" => ValueFormat.Binary,
        _ => ValueFormat.None,
    };

    public static EquatableArray<string> EnumOf(IOpenApiSchema schema)
        => (schema.Enum ?? []).OfType<JsonValue>().Select(value => value.ToString()).ToEquatableArray();

    public static decimal? ReadNumber(string? number)
        => decimal.TryParse(number, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal read) ? read : null;

    private static IEnumerable<IOpenApiSchema> PartsOf(IOpenApiSchema schema, int level)
    {
        yield return schema;
        if (schema.AllOf is not { Count: > 0 } parts || level == MostLevels)
        {
            yield break;
        }

        foreach (IOpenApiSchema part in parts)
        {
            if (Resolve(part) is not { } resolved)
            {
                continue;
            }

            foreach (IOpenApiSchema below in PartsOf(resolved, level + 1))
            {
                yield return below;
            }
        }
    }

    private static bool IsMap(IOpenApiSchema schema) => schema.AdditionalProperties is not null && !HasProperties(schema);

    private static bool IsNull(IOpenApiSchema? schema) => Resolve(schema)?.Type == JsonSchemaType.Null;
}
