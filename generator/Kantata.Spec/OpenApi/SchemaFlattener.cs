using Kantata.Spec.Collections;
using Kantata.Spec.Operations;
using Kantata.Spec.Schemas;
using Microsoft.OpenApi;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Spec.OpenApi;

/// <summary>Turns the schema of a body into items with dotted names, as a page has them.</summary>
internal sealed class SchemaFlattener
{
    // No body of the API goes deeper.
    private const int MostLevels = 12;

    // Schemas that refer to each other can unfold into more than any memory holds.
    private const int MostItems = 2_000;

    // A few at most: looking through them costs less than their hashes.
    private readonly List<IOpenApiSchema> _around = [];

    /// <summary>Adds the members of an object, or of each object in an array or map.</summary>
    /// <param name="items">The items so far.</param>
    /// <param name="schema">The schema of the object.</param>
    /// <param name="place">Where the document has it.</param>
    public void AddMembers(List<ContentItem> items, IOpenApiSchema schema, ItemPlace place) => AddMembers(items, "", schema, place, 0);

    /// <summary>Adds the parts of a form, where <c>invoice[title]</c> is the member of an object.</summary>
    /// <inheritdoc cref="AddMembers(List{ContentItem}, IOpenApiSchema, ItemPlace)"/>
    public void AddParts(List<ContentItem> items, IOpenApiSchema schema, ItemPlace place)
    {
        var parts = new List<ContentItem>();
        AddMembers(parts, schema, place);
        items.AddRange(parts.Select(part => part.Name.IndexOf('[') < 0 ? part : part.Called(part.Name.Replace("[]", "").Replace('[', '.').Replace("]", ""))));
    }

    /// <summary>The type of a value, and what goes with it in the brackets of a page.</summary>
    public static ItemType TypeOf(IOpenApiSchema schema, bool isRequired, bool isNullable)
    {
        (ValueType type, bool canBeNull) = DeclaredSchema.TypeOf(schema);
        IOpenApiSchema? items = type == ValueType.Array ? DeclaredSchema.Resolve(schema.Items) : null;
        ValueType? itemType = items is null ? null : DeclaredSchema.TypeOf(items).Type;
        return new ItemType
        {
            Type = type == ValueType.Map ? ValueType.Object : type,
            Items = itemType is ValueType.String or ValueType.Integer or ValueType.Number or ValueType.Boolean ? itemType : null,
            Format = DeclaredSchema.FormatOf(items ?? schema),
            IsRequired = isRequired,
            IsNullable = isNullable || canBeNull,
            IsDeprecated = schema.Deprecated,
        };
    }

    /// <summary>What a schema declares besides the type; null where it is nothing.</summary>
    public static DeclaredFacts? FactsOf(IOpenApiSchema schema)
    {
        IOpenApiSchema values = DeclaredSchema.Resolve(schema.Items) is { } items ? items : schema;
        EquatableArray<string> known = DeclaredSchema.EnumOf(values);
        if (known.IsEmpty && schema is { Default: null, Minimum: null, Maximum: null, MaxLength: null, MaxItems: null })
        {
            return null;
        }

        return new DeclaredFacts
        {
            KnownValues = known,
            Default = schema.Default?.ToString(),
            Minimum = DeclaredSchema.ReadNumber(schema.Minimum),
            Maximum = DeclaredSchema.ReadNumber(schema.Maximum),
            MaxLength = schema.MaxLength,
            MaxItems = schema.MaxItems,
        };
    }

    private void AddMembers(List<ContentItem> items, string prefix, IOpenApiSchema schema, ItemPlace place, int level)
    {
        if (level > MostLevels || _around.Contains(schema))
        {
            return;
        }

        _around.Add(schema);
        foreach (IOpenApiSchema part in VariantsOf(schema))
        {
            foreach (KeyValuePair<string, IOpenApiSchema> property in part.Properties ?? new Dictionary<string, IOpenApiSchema>())
            {
                Add(items, prefix + property.Key, property.Value, part.Required?.Contains(property.Key) == true, place.Below("properties").Below(property.Key), level);
            }
        }

        if (schema.AdditionalProperties is { } values && !DeclaredSchema.HasProperties(schema))
        {
            Add(items, prefix + ValueTree.AnyName, values, isRequired: false, place.Below("additionalProperties"), level);
        }

        _around.RemoveAt(_around.Count - 1);
    }

    private void Add(List<ContentItem> items, string name, IOpenApiSchema? declared, bool isRequired, ItemPlace place, int level)
    {
        if (items.Count >= MostItems || DeclaredSchema.WithoutNull(declared, out bool isNullable) is not { } schema)
        {
            return;
        }

        ItemType type = TypeOf(schema, isRequired, isNullable);
        items.Add(new ContentItem(name, type, place)
        {
            Text = DescriptionText.Read(declared!.Description ?? schema.Description),
            Declared = FactsOf(schema),
        });

        if (type.Type == ValueType.Object)
        {
            AddMembers(items, name + ".", schema, place, level + 1);
        }
        else if (type.Type == ValueType.Array && DeclaredSchema.Resolve(schema.Items) is { } item)
        {
            AddMembers(items, name + ".", item, place.Below("items"), level + 1);
        }
    }

    // Of a body in one of several forms, the members of each are members of the body.
    private static IEnumerable<IOpenApiSchema> VariantsOf(IOpenApiSchema schema)
        => DeclaredSchema.PartsOf(schema).Concat((schema.OneOf ?? []).Concat(schema.AnyOf ?? []).Select(DeclaredSchema.Resolve).OfType<IOpenApiSchema>());
}
