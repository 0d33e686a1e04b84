using System.Text.Json;
using Kantata.Spec.Model;
using ValueType = Kantata.Spec.Model.ValueType;

namespace Kantata.Spec.Tests.Facts;

/// <summary>
/// The facts of some operations and entities, written down apart from the documents, and how many of them a model has.
/// </summary>
/// <remarks>
/// A line of <c>operations.jsonl</c> or <c>entities.jsonl</c> is one operation or entity. A value has <c>n</c> (its name, dotted
/// for nested ones) and <c>t</c> (its type); <c>fmt</c>, <c>csv</c>, <c>max_items</c>, <c>values</c>, <c>default</c>, <c>min</c>,
/// <c>max</c>, <c>max_length</c>, <c>req</c>, <c>req_if</c>, <c>null</c>, <c>when</c>, <c>optional</c>, <c>unit</c> and
/// <c>deprecated</c> where there is such a fact.
/// </remarks>
internal sealed class FactSheet
{
    private readonly List<string> _missed = [];
    private readonly List<string> _invented = [];

    public int Total { get; private set; }

    public int Found => Total - _missed.Count;

    /// <summary>The facts that the model lacks or has otherwise.</summary>
    public IReadOnlyList<string> Missed => _missed;

    /// <summary>What the model claims and no fact says.</summary>
    public IReadOnlyList<string> Invented => _invented;

    /// <summary>Compares a model with the facts of the operations that <paramref name="isMeant"/> takes.</summary>
    public static FactSheet OfOperations(ApiModel model, Func<string, bool> isMeant)
    {
        var sheet = new FactSheet();
        foreach (JsonElement expected in Lines("operations.jsonl"))
        {
            string key = Text(expected, "op");
            if (isMeant(key))
            {
                Resource? resource = model.Resources.FirstOrDefault(resource => resource.Operations.Any(operation => operation.Key == key));
                sheet.Compare(key, expected, resource, resource?.Operations.First(operation => operation.Key == key));
            }
        }

        return sheet;
    }

    /// <summary>Compares a model with the facts of the entities.</summary>
    public static FactSheet OfEntities(ApiModel model)
    {
        var sheet = new FactSheet();
        foreach (JsonElement expected in Lines("entities.jsonl"))
        {
            string name = Text(expected, "entity");
            Entity? entity = model.Entities.FirstOrDefault(entity => entity.Name == name);
            sheet.CompareValues(name + " ", expected, "fields", entity?.Fields ?? default);
        }

        return sheet;
    }

    private void Compare(string key, JsonElement expected, Resource? resource, Operation? operation)
    {
        Check($"{key}: resource", Text(expected, "resource"), resource?.Name);
        CompareValues($"{key} path ", expected, "path", operation?.PathParameters ?? default, isRequired: true);
        CompareValues($"{key} query ", expected, "query", operation?.Query ?? default);
        CompareIncludes(key, expected, operation);
        CompareOptionalFields(key, expected, operation);
        CompareOrder(key, expected, operation);
        CompareBody(key, expected, operation?.Body);
        CompareResponse(key, expected, operation?.Response);
    }

    private void CompareIncludes(string key, JsonElement expected, Operation? operation)
    {
        List<Include> includes = [.. operation?.Includes ?? default];
        foreach (JsonElement fact in Items(expected, "include"))
        {
            string name = Text(fact, "n");
            Include? include = includes.Find(include => include.Name == name);
            Check($"{key} include {name}: entity", Text(fact, "type"), include?.Entity);
            if (fact.TryGetProperty("key", out JsonElement collection))
            {
                Check($"{key} include {name}: key", collection.GetString()!, include?.Collection);
            }

            if (fact.TryGetProperty("id_field", out JsonElement field))
            {
                Check($"{key} include {name}: id field", field.GetString()!, include?.IdField);
            }

            includes.RemoveAll(include => include.Name == name);
        }

        _invented.AddRange(includes.Select(include => $"{key} include {include.Name}"));
    }

    private void CompareOptionalFields(string key, JsonElement expected, Operation? operation)
    {
        HashSet<string> fields = [.. operation?.OptionalFields.Select(field => field.Name) ?? []];
        foreach (JsonElement name in Items(expected, "optional_fields"))
        {
            Check($"{key} optional field", name.GetString()!, fields.Remove(name.GetString()!) ? name.GetString() : null);
        }

        _invented.AddRange(fields.Select(name => $"{key} optional field {name}"));
    }

    private void CompareOrder(string key, JsonElement expected, Operation? operation)
    {
        if (expected.TryGetProperty("order", out JsonElement order))
        {
            Check($"{key} order: values", Joined(order.GetProperty("values")), operation?.Order is { } actual ? string.Join('|', actual.Values.Order(StringComparer.Ordinal)) : null);
            Check($"{key} order: default", Text(order, "default"), operation?.Order?.Default);
        }
        else if (operation?.Order is not null)
        {
            _invented.Add($"{key} order");
        }
    }

    private void CompareBody(string key, JsonElement expected, RequestBody? body)
    {
        JsonElement[] fields = [.. Items(expected, "body")];
        if (fields.Length == 0)
        {
            if (body is not null)
            {
                _invented.Add($"{key} body");
            }

            return;
        }

        // What wraps all fields is the wrapper; an array, or one of several at the top, is none.
        string[] tops = [.. fields.Select(field => Text(field, "n").Split('.')[0]).Distinct()];
        bool isDeclared = fields.Any(field => Text(field, "n") == tops[0]);
        Check($"{key} body: wrapper", tops.Length == 1 && !isDeclared ? tops[0] : "none", body is null ? null : body.Wrapper ?? "none");

        CompareValues($"{key} body ", expected, "body", body?.Fields ?? default, around: body?.Wrapper is { } actual ? actual + "." : "");
        if (expected.TryGetProperty("bulk", out JsonElement bulk))
        {
            Check($"{key} bulk: key", Text(bulk, "key"), body?.Bulk?.Key);
            Check($"{key} bulk: limit", bulk.TryGetProperty("max", out JsonElement max) ? max.ToString() : "none", body?.Bulk is { } form ? form.MaxItems?.ToString() ?? "none" : null);
        }
        else if (body?.Bulk is not null)
        {
            _invented.Add($"{key} bulk");
        }
    }

    private void CompareResponse(string key, JsonElement expected, Response? response)
    {
        Check($"{key} response: status", expected.GetProperty("ok").ToString(), response?.Status?.ToString() ?? "");
        JsonProperty[] keys = expected.TryGetProperty("keys", out JsonElement declared) ? [.. declared.EnumerateObject()] : [];
        Check($"{key} response: shape", Text(expected, "shape"), response?.Shape.ToString().ToLowerInvariant());
        if (keys.Length > 0)
        {
            Check($"{key} response: collection", keys[0].Name, response?.Collection);
        }

        foreach (JsonProperty collection in keys)
        {
            Check($"{key} response {collection.Name}: entity", collection.Value.GetString()!, response?.Collections.FirstOrDefault(actual => actual.Key == collection.Name)?.Entity);
        }

        CompareValues($"{key} response ", expected, "fields", response?.Fields ?? default);
    }

    private void CompareValues(string owner, JsonElement expected, string section, IEnumerable<Value> values, string around = "", bool isRequired = false)
    {
        Dictionary<string, Value> actual = Flatten(values, around).ToDictionary(pair => pair.Name, pair => pair.Value);
        foreach (JsonElement fact in Items(expected, section))
        {
            string name = Text(fact, "n");
            actual.Remove(name, out Value? value);
            Dictionary<string, string> claims = value is null ? [] : Claims(value);
            if (isRequired)
            {
                claims.Remove("req");
            }

            foreach (JsonProperty said in fact.EnumerateObject().Where(said => said.Name != "n"))
            {
                claims.Remove(said.Name, out string? claim);
                Check($"{owner}{name}: {said.Name}", Expected(said, name), claim);
            }

            _invented.AddRange(claims.Select(claim => $"{owner}{name}: {claim.Key} {claim.Value}"));
        }

        _invented.AddRange(actual.Keys.Select(name => owner + name));
    }

    private void Check(string fact, string expected, string? actual)
    {
        Total++;
        if (expected != actual)
        {
            _missed.Add($"{fact}: {expected} (read: {actual ?? "nothing"})");
        }
    }

    private static IEnumerable<(string Name, Value Value)> Flatten(IEnumerable<Value> values, string around)
        => values.SelectMany(value => Flatten(value.Members, around + value.Name + (value.Type == ValueType.Map ? ".*." : ".")).Prepend((around + value.Name, value)));

    private static string Expected(JsonProperty fact, string name) => fact.Name switch
    {
        "values" => Joined(fact.Value),
        "req_if" => Condition(fact.Value.GetString()!, name),
        _ when fact.Value.ValueKind is JsonValueKind.True or JsonValueKind.False => fact.Value.ToString().ToLowerInvariant(),
        _ => fact.Value.ToString(),
    };

    // The order in which the other fields are named says nothing.
    private static string Condition(string text, string name)
    {
        const string OneOf = "at least one of ";
        return text.StartsWith(OneOf, StringComparison.Ordinal)
            ? OneOf + string.Join(',', text[OneOf.Length..].Split(',').Where(field => field != name.Split('.')[^1]).Order(StringComparer.Ordinal))
            : text;
    }

    private static Dictionary<string, string> Claims(Value value)
    {
        var claims = new Dictionary<string, string> { ["t"] = TypeOf(value) };
        Add("fmt", value.Format == ValueFormat.None || value.List == ListKind.Dates ? null : FormatOf(value.Format));
        Add("csv", value.List switch { ListKind.None => null, ListKind.Ids => "id", ListKind.Strings => "string", ListKind.Dates => "date", _ => "number" });
        Add("max_items", value.MaxItems?.ToString());
        Add("values", value.KnownValues.IsEmpty ? null : string.Join('|', value.KnownValues.Order(StringComparer.Ordinal)));
        Add("default", value.Default);
        Add("min", value.Minimum?.ToString());
        Add("max", value.Maximum?.ToString());
        Add("max_length", value.MaxLength?.ToString());
        Add("req", value.IsRequired ? "true" : null);
        Add("req_if", value.RequiredWhen is { } condition ? ConditionOf(condition) : null);
        Add("null", value.IsNullable ? "true" : null);
        Add("when", value.WhenIncluded);
        Add("optional", value.IsOptionalField ? "true" : null);
        Add("unit", value.Unit);
        Add("deprecated", value.IsDeprecated ? "true" : null);
        return claims;

        void Add(string name, string? claim)
        {
            if (claim is not null)
            {
                claims.Add(name, claim);
            }
        }
    }

    private static string TypeOf(Value value) => value.Type switch
    {
        ValueType.Array when value.Items is { } items => $"array<{items.ToString().ToLowerInvariant()}>",
        ValueType.Reference => "ref",
        _ => value.Type.ToString().ToLowerInvariant(),
    };

    private static string FormatOf(ValueFormat format) => format switch
    {
        ValueFormat.DateTime => "date-time",
        ValueFormat.DateRange => "date-range",
        ValueFormat.OpenDateRange => "date-range-semicolon",
        ValueFormat.DateTimeRange => "date-time-range",
        _ => JsonNamingPolicy.KebabCaseLower.ConvertName(format.ToString()),
    };

    private static string ConditionOf(Condition condition) => condition.Kind switch
    {
        ConditionKind.Equals => $"{condition.Fields[0]}={condition.Value}",
        ConditionKind.NotEquals => $"{condition.Fields[0]}!={condition.Value}",
        ConditionKind.Present => $"{condition.Fields[0]} present",
        ConditionKind.Absent => $"{condition.Fields[0]} absent",
        _ => "at least one of " + string.Join(',', condition.Fields.Order(StringComparer.Ordinal)),
    };

    private static string Joined(JsonElement values) => string.Join('|', values.EnumerateArray().Select(value => value.ToString()).Order(StringComparer.Ordinal));

    private static JsonElement.ArrayEnumerator Items(JsonElement element, string name)
        => element.TryGetProperty(name, out JsonElement items) ? items.EnumerateArray() : default;

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static IEnumerable<JsonElement> Lines(string file)
        => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Facts", file)).Where(line => line.Length > 0).Select(line => JsonElement.Parse(line));
}
