using Kantata.Spec.Collections;
using Kantata.Spec.Model;
using Kantata.Spec.Prose;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Spec.Operations;

/// <summary>Understands what a document has about an operation: what its items and their texts make the operation be.</summary>
internal sealed class OperationAssembler(string document, DiagnosticList diagnostics)
{
    private readonly ProseReader _prose = new();

    public Operation Assemble(OperationContent content)
    {
        (EquatableArray<Include> includes, ContentItem? include) = ReadIncludes(content);
        (EquatableArray<Value> optionalFields, ContentItem? optional) = ReadOptionalFields(content);
        (Ordering? order, ContentItem? ordering) = ReadOrder(content);
        List<ContentItem> items = content.QueryParameters.FindAll(item => item != include && item != optional && item != ordering);
        EquatableArray<Value> query = ReadQuery(items);
        var parameters = new HashSet<string>(query.Select(parameter => parameter.Name), StringComparer.Ordinal);

        return new Operation
        {
            Method = content.Method,
            Path = content.Path,
            Title = content.Title,
            Description = content.Description,
            Document = document,
            Element = content.Element,
            PathParameters = ReadPathParameters(content),
            Query = WithSiblings(query).Select(parameter => WithKnownParameters(parameter, parameters)).ToEquatableArray(),
            Includes = includes.Select(association => association with { Needs = KnownOrNull(association.Needs, parameters) }).ToEquatableArray(),
            Order = order,
            OptionalFields = optionalFields.Select(field => WithKnownParameters(field, parameters)).ToEquatableArray(),
            Body = ReadBody(content),
            Response = new ResponseAssembler(_prose, diagnostics).Assemble(content),
        };
    }

    private Value ReadParameter(ContentItem item)
        => ToInput(item, item.Name, _prose.ReadParameter(item.Name, item.Type.Type, item.Text));

    private Value ReadRequestField(ContentItem item, string name)
        => ToInput(item, name, _prose.ReadRequestField(name, item.Type.Type, item.Text));

    private static Value ToInput(ContentItem item, string name, ProseFacts facts)
    {
        ItemType type = item.Type;
        DeclaredFacts? declared = item.Declared;
        ValueFormat format = type.Format != ValueFormat.None ? type.Format : facts.Format;
        return new Value
        {
            Name = name,
            Type = type.Type,
            Items = type.Items ?? facts.Items ?? ItemsByName(type.Type, name),
            Format = format,
            List = facts.List,
            MaxItems = declared?.MaxItems ?? facts.MaxItems,
            KnownValues = declared is { KnownValues.IsEmpty: false } ? declared.KnownValues : facts.KnownValues,
            Default = declared?.Default ?? facts.Default,
            Minimum = declared?.Minimum ?? facts.Minimum,
            Maximum = declared?.Maximum ?? facts.Maximum,
            MaxLength = declared?.MaxLength ?? facts.MaxLength,
            IsRequired = type.IsRequired || facts.IsRequired,
            RequiredWhen = RequiredWhen(facts, name, type.IsRequired || facts.IsRequired),
            IsNullable = type.IsNullable || facts.IsNullable,
            Needs = facts.Needs,
            Excludes = facts.Excludes,
            IgnoresOrder = facts.IgnoresOrder,
            Unit = facts.Unit,
            IsDeprecated = type.IsDeprecated || facts.IsDeprecated,
            Description = item.Text,
        };
    }

    private static Condition? RequiredWhen(ProseFacts facts, string name, bool isRequired)
    {
        if (!facts.AtLeastOneOf.IsEmpty)
        {
            return new Condition(ConditionKind.AtLeastOneOf, facts.AtLeastOneOf.Where(field => field != name).ToEquatableArray(), null);
        }

        return isRequired ? null : facts.RequiredWhen;
    }

    // Requests take ids as integers.
    private static ValueType? ItemsByName(ValueType type, string name)
        => type == ValueType.Array && (name == "ids" || name.EndsWith("_ids", StringComparison.Ordinal)) ? ValueType.Integer : null;

    private EquatableArray<Value> ReadQuery(List<ContentItem> items)
    {
        // The names of parameters are not dotted: a dot in one is a part of it.
        var names = new HashSet<string>(StringComparer.Ordinal);
        var values = new List<Value>(items.Count);
        foreach (ContentItem item in items)
        {
            if (names.Add(item.Name))
            {
                values.Add(ReadParameter(item));
            }
            else
            {
                diagnostics.Add(SpecDescriptors.DoubledItem, item.Place, item.Name);
            }
        }

        return values.ToEquatableArray();
    }

    private EquatableArray<Value> ReadPathParameters(OperationContent content)
    {
        Dictionary<string, Value> described = ReadQuery(content.PathParameters).ToDictionary(value => value.Name, StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var parameters = new List<Value>();
        foreach (string name in NamesInPath(content.Path))
        {
            if (!names.Add(name))
            {
                continue;
            }

            if (!described.TryGetValue(name, out Value? parameter))
            {
                diagnostics.Add(SpecDescriptors.PathParameterMismatch, content.EndpointPlace.Find(), $"The path has '{{{name}}}', which no path parameter describes; it is taken as a string");
                parameter = new Value { Name = name, Type = ValueType.String };
            }

            parameters.Add(parameter with { IsRequired = true, RequiredWhen = null });
        }

        foreach (ContentItem item in content.PathParameters)
        {
            if (!names.Contains(item.Name))
            {
                diagnostics.Add(SpecDescriptors.PathParameterMismatch, item.Place, $"The path has no '{{{item.Name}}}'; the parameter is not used");
            }
        }

        return parameters.ToEquatableArray();
    }

    private static IEnumerable<string> NamesInPath(string path)
    {
        int open = path.IndexOf('{');
        while (open >= 0)
        {
            int close = path.IndexOf('}', open);
            yield return path.Substring(open + 1, close - open - 1);
            open = path.IndexOf('{', close);
        }
    }

    private (EquatableArray<Include> Includes, ContentItem? Item) ReadIncludes(OperationContent content)
    {
        ContentItem? item = ListedItem(content, "include");
        if (item?.Associations is null)
        {
            return default;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        var includes = new List<Include>();
        foreach (ContentAssociation association in item.Associations)
        {
            if (!names.Add(association.Name))
            {
                diagnostics.Add(SpecDescriptors.DoubledItem, association.Place, association.Name);
                continue;
            }

            if (association.Type.Length == 0)
            {
                diagnostics.Add(SpecDescriptors.NoType, association.Place, association.Name);
                continue;
            }

            ProseText prose = _prose.Read(association.Text);
            includes.Add(new Include
            {
                Name = association.Name,
                Entity = association.Type,
                IdField = AssociationReader.ReadIdField(prose),
                Collection = AssociationReader.ReadCollection(prose),
                Needs = TogetherReader.ReadNeeds(prose),
                Description = association.Text,
            });
        }

        return (includes.ToEquatableArray(), item);
    }

    private (EquatableArray<Value> Fields, ContentItem? Item) ReadOptionalFields(OperationContent content)
    {
        ContentItem? item = ListedItem(content, "optional_fields");
        if (item?.Associations is null)
        {
            return default;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        var fields = new List<Value>();
        foreach (ContentAssociation association in item.Associations)
        {
            if (!names.Add(association.Name))
            {
                diagnostics.Add(SpecDescriptors.DoubledItem, association.Place, association.Name);
                continue;
            }

            ItemType type = ItemType.Read(association.Type.AsSpan(), out string? unknown, out _);
            if (unknown is { Length: > 0 })
            {
                diagnostics.Add(SpecDescriptors.UnknownType, association.Place, association.Name, unknown);
            }

            // Of a field without a type the entity has it.
            fields.Add(new Value
            {
                Name = association.Name,
                Type = association.Type.Length == 0 ? ValueType.Any : type.Type,
                Items = type.Items,
                Format = type.Format,
                IsOptionalField = true,
                Needs = TogetherReader.ReadNeeds(_prose.Read(association.Text)),
                Description = association.Text,
            });
        }

        return (fields.ToEquatableArray(), item);
    }

    private (Ordering? Order, ContentItem? Item) ReadOrder(OperationContent content)
    {
        ContentItem? item = content.QueryParameters.Find(parameter => parameter.Name == "order");
        Ordering? order = item is null ? null : OrderReader.Read(_prose.Read(item.Text));
        return order is null ? default : (order, item);
    }

    private static ContentItem? ListedItem(OperationContent content, string name)
        => content.QueryParameters.Find(item => item.Name == name && item.Associations is not null);

    private RequestBody? ReadBody(OperationContent content)
    {
        if (content.RequestFields.Count == 0)
        {
            return null;
        }

        EquatableArray<Value> fields = WithSiblings(new ValueTree(content.RequestFields, diagnostics).Build(ReadRequestField));
        var body = new RequestBody { Fields = fields };
        if (content.RequestMediaType.Length > 0)
        {
            body = body with { ContentType = content.RequestMediaType };
        }

        // JSON holds no file, whatever is declared.
        if (HoldsFile(fields) && body.ContentType.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0)
        {
            body = body with { ContentType = "multipart/form-data" };
        }

        return new BodyFolder(content, _prose, diagnostics).Fold(body);
    }

    private static bool HoldsFile(EquatableArray<Value> fields)
        => fields.Any(field => field.Format == ValueFormat.Binary || HoldsFile(field.Members));

    // A condition on something that is not beside the value was not read rightly.
    private static EquatableArray<Value> WithSiblings(EquatableArray<Value> values)
    {
        if (!values.Any(value => value.RequiredWhen is not null || !value.Members.IsEmpty))
        {
            return values;
        }

        var names = new HashSet<string>(values.Select(value => value.Name), StringComparer.Ordinal);
        return values
            .Select(value => value.RequiredWhen is null && value.Members.IsEmpty
                ? value
                : value with
                {
                    RequiredWhen = value.RequiredWhen is { } condition && condition.Fields.All(names.Contains) ? condition : null,
                    Members = WithSiblings(value.Members),
                })
            .ToEquatableArray();
    }

    // "Needs financial access" and "only together with the administrator" are about no parameter.
    private static Value WithKnownParameters(Value value, HashSet<string> parameters)
        => value.Needs is null && value.Excludes is null
            ? value
            : value with { Needs = KnownOrNull(value.Needs, parameters), Excludes = KnownOrNull(value.Excludes, parameters) };

    private static string? KnownOrNull(string? name, HashSet<string> parameters) => name is not null && parameters.Contains(name) ? name : null;
}
