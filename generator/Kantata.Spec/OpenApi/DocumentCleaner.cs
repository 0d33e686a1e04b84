using System.Text.Json.Nodes;
using Kantata.Spec.Trees;

namespace Kantata.Spec.OpenApi;

/// <summary>
/// Takes out of a document what the library that reads it has no place for, and shows it: members without a value, and
/// references that lead nowhere.
/// </summary>
internal sealed class DocumentCleaner(JsonObject root, DocumentPositions positions, DiagnosticList diagnostics)
{
    private readonly Dictionary<string, bool> _leadsSomewhere = new(StringComparer.Ordinal);

    public void Clean() => Clean(root, "", areNames: false);

    // "title:" without a value is null, which the reader takes for a schema or a text. Only data can be null.
    private void Clean(JsonObject node, string path, bool areNames)
    {
        List<string>? empty = null;
        foreach (KeyValuePair<string, JsonNode?> member in node)
        {
            if (!areNames && member.Key is "default" or "example" or "examples" or "enum" or "const")
            {
                continue;
            }

            switch (member.Value)
            {
                case null:
                    (empty ??= []).Add(member.Key);
                    break;
                case JsonObject members:
                    Clean(members, DocumentTree.Path(path, member.Key), !areNames && HoldsNames(member.Key));
                    break;
                case JsonArray items:
                    Clean(items, DocumentTree.Path(path, member.Key));
                    break;
                case JsonValue value when member.Key == "$ref" && !areNames:
                    CheckReference(value.ToString(), path);
                    break;
            }
        }

        foreach (string name in empty ?? [])
        {
            node.Remove(name);
            diagnostics.Add(SpecDescriptors.InvalidOpenApi, positions.Find(DocumentTree.Path(path, name)), $"'{name}' has no value");
        }
    }

    private void Clean(JsonArray items, string path)
    {
        for (int i = items.Count - 1; i >= 0; i--)
        {
            switch (items[i])
            {
                case null:
                    items.RemoveAt(i);
                    diagnostics.Add(SpecDescriptors.InvalidOpenApi, positions.Find(path), "An item has no value");
                    break;
                case JsonObject members:
                    Clean(members, DocumentTree.Path(path, i.ToString(System.Globalization.CultureInfo.InvariantCulture)), areNames: false);
                    break;
            }
        }
    }

    private static bool HoldsNames(string key) => key is "properties" or "definitions" or "schemas" or "patternProperties";

    private void CheckReference(string reference, string path)
    {
        if (!_leadsSomewhere.TryGetValue(reference, out bool leadsSomewhere))
        {
            _leadsSomewhere[reference] = leadsSomewhere = LeadsSomewhere(reference);
        }

        if (!leadsSomewhere)
        {
            diagnostics.Add(SpecDescriptors.InvalidOpenApi, positions.Find(DocumentTree.Path(path, "$ref")), $"The document has no '{reference}'");
        }
    }

    private bool LeadsSomewhere(string reference)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
        {
            return false;
        }

        JsonNode? node = root;
        foreach (string part in reference[2..].Split('/'))
        {
            node = (node as JsonObject)?[Uri.UnescapeDataString(part).Replace("~1", "/").Replace("~0", "~")];
        }

        return node is not null;
    }
}
