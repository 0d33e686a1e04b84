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

    private static readonly OpenApiSchema s_anything = new();

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
        foreach (IOpenApiSchema part in DeclaredSchema.PartsOf(schema))
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
        string description = schema.Description?.Trim() ?? "";
        schema = DeclaredSchema.WithoutNull(schema, out bool isOrNull) ?? s_anything;
        (ValueType type, bool isNullable) = DeclaredSchema.TypeOf(schema);
        IOpenApiSchema? items = type == ValueType.Array ? schema.Items : type == ValueType.Map ? schema.AdditionalProperties : null;
        items = DeclaredSchema.Resolve(items);
        ValueType? itemType = items is null ? null : DeclaredSchema.TypeOf(items).Type;
        EquatableArray<Value> members = type == ValueType.Object ? ReadMembers(schema, level)
            : itemType == ValueType.Object ? ReadMembers(items!, level)
            : default;
        if (type == ValueType.Object && IsReference(members))
        {
            (type, members) = (ValueType.Reference, default);
        }

        ProseFacts facts = _prose.ReadField(name, type, description);
        EquatableArray<string> values = DeclaredSchema.EnumOf(type == ValueType.Array ? items ?? schema : schema);
        ValueFormat format = DeclaredSchema.FormatOf(type == ValueType.Array ? items ?? schema : schema);
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
            Minimum = DeclaredSchema.ReadNumber(schema.Minimum) ?? facts.Minimum,
            Maximum = DeclaredSchema.ReadNumber(schema.Maximum) ?? facts.Maximum,
            MaxLength = schema.MaxLength ?? facts.MaxLength,
            IsRequired = isRequired,
            RequiredWhen = facts.RequiredWhen,
            IsNullable = isNullable || isOrNull || facts.IsNullable,
            WhenIncluded = facts.WhenIncluded,
            IsOptionalField = facts.IsOptionalField,
            Unit = facts.Unit,
            IsDeprecated = schema.Deprecated || facts.IsDeprecated,
            Description = description,
            Members = members,
        };
    }

    private static bool IsReference(EquatableArray<Value> members)
        => members.Count == 2 && members.Any(member => member.Name == "key") && members.Any(member => member.Name == "id");
}
