using System.Globalization;
using System.Text.Json.Nodes;
using Kantata.Spec.Trees;

namespace Kantata.Spec.OpenApi;

/// <summary>
/// Takes out of a document what the library that reads it has no place for, and shows it: members without a value, what stands
/// where a schema or a flag must and is none, and references that lead nowhere or back to themselves.
/// </summary>
internal sealed class DocumentCleaner(JsonObject root, DocumentPositions positions, DiagnosticList diagnostics)
{
    private static readonly string[] s_sections = ["#/definitions/", "#/components/", "#/parameters/", "#/responses/"];

    private readonly Dictionary<string, string?> _faultOfReference = new(StringComparer.Ordinal);

    public void Clean() => Clean(root, areNames: false, mustBeSchemas: false);

    /// <param name="node">What to clean.</param>
    /// <param name="areNames">Whether the keys are names that the document's author chose.</param>
    /// <param name="mustBeSchemas">Whether all its values are schemas.</param>
    private void Clean(JsonObject node, bool areNames, bool mustBeSchemas)
    {
        List<KeyValuePair<string, string>>? faults = null;
        foreach (KeyValuePair<string, JsonNode?> member in node)
        {
            if (!areNames && IsData(member.Key))
            {
                continue;
            }

            string? fault = member.Value is null ? $"'{member.Key}' has no value"
                : (mustBeSchemas || (!areNames && IsSchema(member.Key))) && member.Value is not JsonObject ? $"'{member.Key}' is no schema"
                : !areNames && !IsFlagOrNone(member.Key, member.Value) ? $"'{member.Key}' is neither true nor false"
                : !areNames && member.Key == "$ref" ? FaultOf(member.Value)
                : null;
            if (fault is not null)
            {
                (faults ??= []).Add(new(member.Key, fault));
                continue;
            }

            switch (member.Value)
            {
                case JsonObject members:
                    bool holdsSchemas = !areNames && HoldsSchemas(member.Key);
                    Clean(members, holdsSchemas, holdsSchemas);
                    break;
                case JsonArray items:
                    Clean(items, mustBeSchemas: !areNames && member.Key is "allOf" or "anyOf" or "oneOf");
                    break;
            }
        }

        foreach (KeyValuePair<string, string> fault in faults ?? [])
        {
            node.Remove(fault.Key);
            Report(node, fault.Key, fault.Value);
        }
    }

    private void Clean(JsonArray items, bool mustBeSchemas)
    {
        for (int i = items.Count - 1; i >= 0; i--)
        {
            switch (items[i])
            {
                case JsonObject members:
                    Clean(members, areNames: false, mustBeSchemas: false);
                    break;
                case null:
                    items.RemoveAt(i);
                    Report(items, Name(i), "An item has no value");
                    break;
                case var _ when mustBeSchemas:
                    items.RemoveAt(i);
                    Report(items, Name(i), "An item is no schema");
                    break;
            }
        }
    }

    private void Report(JsonNode around, string name, string fault) =>
        diagnostics.Add(SpecDescriptors.InvalidOpenApi, positions.Find(DocumentTree.Path(PathOf(around), name)), fault);

    private static string PathOf(JsonNode node) => node.Parent switch
    {
        JsonObject around => DocumentTree.Path(PathOf(around), node.GetPropertyName()),
        JsonArray around => DocumentTree.Path(PathOf(around), Name(node.GetElementIndex())),
        _ => "",
    };

    private static string Name(int index) => index.ToString(CultureInfo.InvariantCulture);

    // "title:" without a value is null, which the reader takes for a schema or a text. Only data can be null.
    private static bool IsData(string key) => key is "default" or "example" or "examples" or "enum" or "const";

    private static bool IsSchema(string key) => key is "schema" or "items";

    // Schemas list what is required, and may say what else they hold.
    private static bool IsFlagOrNone(string key, JsonNode value) => key switch
    {
        "required" => IsFlag(value) || value is JsonArray,
        "additionalProperties" => IsFlag(value) || value is JsonObject,
        "nullable" or "deprecated" or "readOnly" or "writeOnly" or "uniqueItems" or "allowEmptyValue" or "allowReserved" or "explode" => IsFlag(value),
        _ => true,
    };

    private static bool IsFlag(JsonNode value) => value is JsonValue flag && flag.TryGetValue(out bool _);

    private static bool HoldsSchemas(string key) => key is "properties" or "definitions" or "schemas" or "patternProperties" or "$defs";

    private string? FaultOf(JsonNode node)
    {
        string reference = node.ToString();
        if (!_faultOfReference.TryGetValue(reference, out string? fault))
        {
            _faultOfReference[reference] = fault = FindFault(reference);
        }

        return fault;
    }

    private string? FindFault(string reference)
    {
        var passed = new HashSet<string>(StringComparer.Ordinal);
        for (string next = reference; ;)
        {
            if (!passed.Add(next))
            {
                return $"'{reference}' refers to itself in the end";
            }

            if (Target(next) is not { } target)
            {
                return $"The document has no '{next}'";
            }

            if (target["$ref"] is not { } further)
            {
                return null;
            }

            next = further.ToString();
        }
    }

    private JsonObject? Target(string reference)
    {
        if (!s_sections.Any(section => reference.StartsWith(section, StringComparison.Ordinal)))
        {
            return null;
        }

        JsonNode? node = root;
        foreach (string part in reference[2..].Split('/'))
        {
            node = (node as JsonObject)?[Uri.UnescapeDataString(part).Replace("~1", "/").Replace("~0", "~")];
        }

        return node as JsonObject;
    }
}
