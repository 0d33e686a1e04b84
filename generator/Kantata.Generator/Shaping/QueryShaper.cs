using System.Globalization;
using Kantata.Generator.CSharp;
using Kantata.Spec.Collections;
using Kantata.Spec.Model;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Generator.Shaping;

/// <summary>Shapes the methods of queries: filters, includes, optional fields and orders.</summary>
internal sealed class QueryShaper(ShapingContext context)
{
    /// <summary>The parameters of paging, which the runtime sets.</summary>
    private static readonly HashSet<string> s_paging = new(StringComparer.Ordinal) { "page", "per_page", "limit", "offset" };

    /// <summary>The parameters that an operation takes besides those of paging, and besides those that it takes in the body as well.</summary>
    public static IEnumerable<Value> Filters(Operation operation) =>
        operation.Query.Where(parameter => !s_paging.Contains(parameter.Name) && !IsInBody(operation.Body, parameter));

    /// <summary>Shapes the query of a list.</summary>
    /// <param name="type">The name of the class.</param>
    /// <param name="resource">The resource that lists.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="entity">The type of what is listed.</param>
    public ShapedQuery ShapeList(string type, Resource resource, Operation operation, string entity)
    {
        Value? selection = Filters(operation).FirstOrDefault(filter => IsSelection(resource, operation, filter, entity));
        string @base = selection is null ? "ListQuery" : "SelectableListQuery";
        return Shape(type, $"{@base}<{type}, {entity}>", resource, operation, selection, operation.Order);
    }

    /// <summary>Shapes the query of an operation that is no list.</summary>
    /// <param name="type">The name of the class.</param>
    /// <param name="resource">The resource that has the operation.</param>
    /// <param name="operation">The operation.</param>
    public ShapedQuery Shape(string type, Resource resource, Operation operation) =>
        Shape(type, $"EntityQuery<{type}>", resource, operation, selection: null, ordering: null);

    private ShapedQuery Shape(string type, string @base, Resource resource, Operation operation, Value? selection, Ordering? ordering)
    {
        NameScope names = new(selection is null ? ReservedNames.QueryMembers : ReservedNames.SelectableListMembers, type);
        List<Method> methods = [];
        Dictionary<string, string> filterNames = new(StringComparer.Ordinal);
        foreach (Value filter in Filters(operation))
        {
            string name = Identifier.Pascal(filter.Name);
            filterNames[filter.Name] = filter == selection ? name : names.Claim(name, "Filter");
        }

        foreach (Value filter in Filters(operation).Where(filter => filter != selection))
        {
            string attributes = Relation("Needs", filter.Needs, filterNames)
                + Relation("Excludes", filter.Excludes, filterNames)
                + (filter.IgnoresOrder && ordering is not null ? "[IgnoresOrder] " : "");
            AddFilter(methods, filterNames[filter.Name], type, resource, operation, filter, attributes);
        }

        foreach (Include include in operation.Includes)
        {
            string text = include.Description.Length > 0 ? include.Description : $"The association `{include.Name}`.";
            Add(methods, $"{type} {names.Claim(Identifier.Include(include.Name), "Association")}()", $"Include({Literal.Of(include.Name)})", "Includes: " + text, Relation("Needs", include.Needs, filterNames));
        }

        foreach (Value field in operation.OptionalFields)
        {
            Add(methods, $"{type} {names.Claim(Identifier.OptionalField(field.Name), "Field")}()", $"OptionalField({Literal.Of(field.Name)})", "Asks for: " + ValueDocumentation.Of(field), Relation("Needs", field.Needs, filterNames));
        }

        foreach (string order in ordering?.Values ?? default)
        {
            AddOrder(methods, names, type, order);
        }

        return new ShapedQuery(@base, methods.ToEquatableArray(), filterNames);
    }

    /// <summary>The type of the argument for a parameter: of its one value, or of the values of its list; null for a range.</summary>
    public string? ArgumentType(Resource resource, Operation operation, Value parameter) => parameter switch
    {
        { Format: not (ValueFormat.None or ValueFormat.Date or ValueFormat.DateTime) } => null,
        { List: not ListKind.None } or { Type: ValueType.Array } => $"IEnumerable<{ItemType(resource, operation, parameter)}>",
        _ => Single(resource, operation, parameter).Type,
    };

    /// <summary>Whether a filter is the one that <c>SelectableListQuery</c> has: no document says more of it than what it says.</summary>
    private bool IsSelection(Resource resource, Operation operation, Value filter, string entity) =>
        filter is { Name: "only", List: ListKind.Ids, MaxItems: null, Needs: null, Excludes: null, IgnoresOrder: false, IsDeprecated: false }
        && ItemType(resource, operation, filter) == $"Id<{entity}>";

    private static bool IsInBody(RequestBody? body, Value parameter) => body is { Wrapper: null } && body.Fields.Any(field => field.Name == parameter.Name);

    private string ItemType(Resource resource, Operation operation, Value parameter) =>
        FindIdType(operation, parameter) is { } idType ? $"Id<{idType}>"
        : FilterSet(resource, operation, parameter) ?? parameter switch
        {
            { List: ListKind.Ids or ListKind.Numbers } or { Type: ValueType.Array, Items: ValueType.Integer } => "long",
            { List: ListKind.Dates } => "DateOnly",
            _ => "string",
        };

    /// <summary>The type of the one value of a parameter, and the call of the runtime that sets it, without the parameter's name.</summary>
    private (string Type, string Setter, string Argument) Single(Resource resource, Operation operation, Value parameter)
    {
        CSharpType type = MapParameter(resource, operation, parameter);
        return type switch
        {
            { IsValueSet: true } => (type.Name, "SetString", "value.Value"),
            { IsId: true } or { Name: "long" or "decimal" or "bool" or "DateOnly" or "DateTimeOffset" } =>
                (type.Name, "Set" + type.Write.Substring("Write".Length), "value"),
            _ => ("string", "SetString", "value"),
        };
    }

    private void AddFilter(List<Method> methods, string name, string type, Resource resource, Operation operation, Value filter, string attributes)
    {
        string wire = Literal.Of(filter.Name);
        string doc = ValueDocumentation.Of(filter);
        if (filter.List != ListKind.None || filter.Type == ValueType.Array)
        {
            AddListFilter(methods, type, name, wire, filter.MaxItems, doc, ItemType(resource, operation, filter), attributes);
            return;
        }

        switch (filter.Format)
        {
            case ValueFormat.DateRange:
                Add(methods, $"{type} {name}(DateOnly from, DateOnly to)", $"SetRange({wire}, from, to)", doc, attributes);
                return;
            case ValueFormat.OpenDateRange:
                Add(methods, $"{type} {name}(DateOnly? from, DateOnly? to)", $"SetRange({wire}, from, to, ';')", doc, attributes);
                return;
            case ValueFormat.CustomFieldChoices or ValueFormat.CustomFieldAmounts or ValueFormat.CustomFieldDates
                or ValueFormat.CustomFieldNumbers or ValueFormat.CustomFieldRanges or ValueFormat.CustomFieldTexts:
                Add(methods, $"{type} {name}(params {FilterLanguage(filter.Format)}[] values)", $"SetFilters({wire}, values, ';')", doc, attributes);
                return;
            case ValueFormat.OrganizationIds or ValueFormat.TimesheetGap or ValueFormat.SkillLevels:
                Add(methods, $"{type} {name}({filter.Format} value)", $"SetFilter({wire}, value)", doc, attributes);
                return;
            case ValueFormat.SkillLevelsJson:
                Add(methods, $"{type} {name}({ValueFormat.SkillLevels} value)", $"SetJson({wire}, value)", doc, attributes);
                return;
            case ValueFormat.DateTimeRange:
                Add(methods, $"{type} {name}(DateTimeOffset from, DateTimeOffset to)", $"SetRange({wire}, from, to)", doc, attributes);
                return;
        }

        (string parameterType, string setter, string argument) = Single(resource, operation, filter);
        string parameter = parameterType == "bool" ? "bool value = true" : $"{parameterType} value";
        Add(methods, $"{type} {name}({parameter})", $"{setter}({wire}, {argument})", doc, attributes);
    }

    private static void AddListFilter(
        List<Method> methods, string type, string name, string wire, int? most, string doc, string item, string attributes)
    {
        bool holdsIds = item.StartsWith("Id<", StringComparison.Ordinal);
        string method = item switch
        {
            _ when holdsIds => "SetIds" + item.Substring("Id".Length),
            "long" => "SetInt64s",
            "DateOnly" => "SetDates",
            "string" => "SetStrings",
            _ => $"SetValues<{item}>",
        };
        string values = holdsIds ? "ids" : "values";
        string count = most?.ToString(CultureInfo.InvariantCulture) ?? "";
        string limit = most is null ? "" : ", " + count;
        string limited = most is null ? "" : $"[MaxItems({count})] ";
        Add(methods, $"{type} {name}({limited}params {item}[] {values})", $"{method}({wire}, {values}{limit})", doc, attributes);
        Add(methods, $"{type} {name}({limited}IEnumerable<{item}> {values})", $"{method}({wire}, {values}{limit})", doc, attributes);
        if (holdsIds)
        {
            Add(methods, $"{type} {name}({limited}IEnumerable<long> ids)", $"{method}({wire}, ids{limit})", doc, attributes);
        }
    }

    private static void AddOrder(List<Method> methods, NameScope names, string type, string order)
    {
        int colon = order.LastIndexOf(':');
        string direction = colon < 0 ? "" : order.Substring(colon + 1);
        string field = colon < 0 ? order : order.Substring(0, colon);
        bool isDescending = string.Equals(direction, "desc", StringComparison.OrdinalIgnoreCase);
        bool isAscending = string.Equals(direction, "asc", StringComparison.OrdinalIgnoreCase);
        string words = isDescending || isAscending ? field : order;
        string doc = $"Orders by `{order}`.";
        int open = words.IndexOf('<');
        int close = words.IndexOf('>', Math.Max(open, 0));
        if (open >= 0 && close > open + 1)
        {
            string variable = Identifier.Camel(words.Substring(open + 1, close - open - 1));
            string name = names.Claim("OrderBy" + Identifier.Pascal(words.Substring(0, open)) + (isDescending ? "Descending" : ""), "Order");
            string ending = Literal.Of(order.Substring(close + 1));
            Add(methods, $"{type} {name}(long {variable})", $"Order({Literal.Of(order.Substring(0, open))} + {variable}.ToString(System.Globalization.CultureInfo.InvariantCulture) + {ending})", doc);
            return;
        }

        string method = names.Claim("OrderBy" + Identifier.Pascal(words) + (isDescending ? "Descending" : ""), "Order");
        Add(methods, $"{type} {method}()", $"Order({Literal.Of(order)})", doc);
    }

    private CSharpType MapParameter(Resource resource, Operation operation, Value parameter) =>
        TypeMap.Of(parameter, FindIdType(operation, parameter), FilterSet(resource, operation, parameter));

    private string? FilterSet(Resource resource, Operation operation, Value parameter) =>
        context.ValueSets.FindType(resource, operation, parameter.Name);

    private string? FindIdType(Operation operation, Value parameter)
    {
        Entity? subject = context.Index.FindSubject(operation);
        bool isTargets = parameter is { Name: "only" or "ids", List: ListKind.Ids };
        IEnumerable<Include> includes = subject is null ? operation.Includes : operation.Includes.Concat(context.Index.AssociationsOf(subject));
        Entity? entity = isTargets
            ? context.Index.FindTarget(operation)
            : context.Index.FindEntityOfIds(parameter.Name, $"{operation.Key} {parameter.Name}", includes);
        return entity is null ? null : context.TypeOf(entity);
    }

    /// <summary>The runtime's type for one term of a small query language.</summary>
    private static string FilterLanguage(ValueFormat format) => format switch
    {
        ValueFormat.CustomFieldChoices => "CustomFieldChoices",
        ValueFormat.CustomFieldAmounts => "CustomFieldAmount",
        ValueFormat.CustomFieldDates => "CustomFieldDates",
        ValueFormat.CustomFieldNumbers => "CustomFieldNumber",
        ValueFormat.CustomFieldRanges => "CustomFieldRange",
        _ => "CustomFieldText",
    };

    /// <summary>What a method of a query says of another, as an attribute.</summary>
    private static string Relation(string attribute, string? parameter, Dictionary<string, string> filterNames) =>
        parameter is not null && filterNames.TryGetValue(parameter, out string? method) ? $"[{attribute}({Literal.Of(method)})] " : "";

    private static void Add(List<Method> methods, string signature, string body, string summary, string attributes = "") =>
        methods.Add(new Method(signature, body, new Documentation().Summary(summary), attributes));
}
