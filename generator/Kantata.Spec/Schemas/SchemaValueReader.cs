using System.Globalization;
using System.Text.Json.Nodes;
using Kantata.Spec.Collections;
using Kantata.Spec.Model;
using Kantata.Spec.Prose;
using Microsoft.OpenApi;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Spec.Schemas;

/// <summary>Reads schemas into values: what JSON Schema declares, and what the descriptions say in set phrases.</summary>
internal sealed class SchemaValueReader
{
    // Schemas may refer to themselves; no field of an entity is as deep as this.
    private const int MostLevels = 8;

    // Schemas that refer to each other can unfold into more than any memory holds.
    private const int MostValues = 10_000;

    private readonly ProseReader _prose = new();
    private int _values;

    /// <summary>The members of an object.</summary>
    public EquatableArray<Value> ReadMembers(IOpenApiSchema schema) => ReadMembers(schema, 0);

    private EquatableArray<Value> ReadMembers(IOpenApiSchema schema, int level)
    {
        if (level > MostLevels || _values > MostValues)
        {
            return default;
        }

        var members = new List<Value>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (IOpenApiSchema part in PartsOf(schema))
        {
            foreach (KeyValuePair<string, IOpenApiSchema> property in part.Properties ?? new Dictionary<string, IOpenApiSchema>())
            {
                if (property.Value is not null && names.Add(property.Key))
                {
                    members.Add(Read(property.Key, property.Value, part.Required?.Contains(property.Key) == true, level + 1));
                }
            }
        }

        return members.ToEquatableArray();
    }

    private Value Read(string name, IOpenApiSchema schema, bool isRequired, int level)
    {
        _values++;
        (ValueType type, bool isNullable) = TypeOf(schema);
        IOpenApiSchema? items = type == ValueType.Array ? schema.Items : type == ValueType.Map ? schema.AdditionalProperties : null;
        ValueType? itemType = items is null ? null : TypeOf(items).Type;
        EquatableArray<Value> members = type == ValueType.Object ? ReadMembers(schema, level)
            : itemType == ValueType.Object ? ReadMembers(items!, level)
            : default;
        if (type == ValueType.Object && IsReference(members))
        {
            (type, members) = (ValueType.Reference, default);
        }

        string description = schema.Description?.Trim() ?? "";
        ProseFacts facts = _prose.ReadField(name, type, description);
        EquatableArray<string> values = EnumOf(type == ValueType.Array ? items ?? schema : schema);
        ValueFormat format = FormatOf(type == ValueType.Array ? items ?? schema : schema);
        return new Value
        {
            Name = name,
            Type = type,
            Items = itemType,
            Format = format != ValueFormat.None ? format : facts.Format,
            List = facts.List,
            MaxItems = schema.MaxItems ?? facts.MaxItems,
            KnownValues = values.IsEmpty ? facts.KnownValues : values,
            Default = schema.Default?.ToString() ?? facts.Default,
            Minimum = ReadNumber(schema.Minimum) ?? facts.Minimum,
            Maximum = ReadNumber(schema.Maximum) ?? facts.Maximum,
            MaxLength = schema.MaxLength ?? facts.MaxLength,
            IsRequired = isRequired,
            RequiredWhen = facts.RequiredWhen,
            IsNullable = isNullable || facts.IsNullable,
            WhenIncluded = facts.WhenIncluded,
            IsOptionalField = facts.IsOptionalField,
            Unit = facts.Unit,
            IsDeprecated = schema.Deprecated || facts.IsDeprecated,
            Description = description,
            Members = members,
        };
    }

    // A schema and those that it is made of.
    private static IEnumerable<IOpenApiSchema> PartsOf(IOpenApiSchema schema)
        => schema.AllOf is { Count: > 0 } parts ? parts.Prepend(schema) : [schema];

    private static (ValueType Type, bool IsNullable) TypeOf(IOpenApiSchema schema)
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

    private static bool HasProperties(IOpenApiSchema schema) => PartsOf(schema).Any(part => part.Properties is { Count: > 0 });

    private static bool IsMap(IOpenApiSchema schema) => schema.AdditionalProperties is not null && !HasProperties(schema);

    private static bool IsReference(EquatableArray<Value> members)
        => members.Count == 2 && members.Any(member => member.Name == "key") && members.Any(member => member.Name == "id");

    private static ValueFormat FormatOf(IOpenApiSchema schema) => schema.Format switch
    {
        "date" => ValueFormat.Date,
        "date-time" => ValueFormat.DateTime,
        "binary" => ValueFormat.Binary,
        _ => ValueFormat.None,
    };

    private static EquatableArray<string> EnumOf(IOpenApiSchema schema)
        => (schema.Enum ?? []).OfType<JsonValue>().Select(value => value.ToString()).ToEquatableArray();

    private static decimal? ReadNumber(string? number)
        => decimal.TryParse(number, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal read) ? read : null;
}
