using System.Text.Json.Nodes;
using Kantata.Spec;
using Kantata.Spec.Trees;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Kantata.ContractWriter;

/// <summary>The schemas of a document about entities, which refer to nothing outside of themselves.</summary>
internal static class EntitySchemas
{
    public static IEnumerable<KeyValuePair<string, IOpenApiSchema>> Read(SpecFile file)
    {
        var diagnostics = new DiagnosticList(file.Name);
        DocumentTree? tree = file.Name.EndsWith(".json", StringComparison.Ordinal)
            ? JsonTreeReader.TryRead(file.Text, keepsPositions: false, diagnostics)
            : YamlTreeReader.TryRead(file.Text, keepsPositions: false, diagnostics);
        if (tree?.Root is not JsonObject root || !root.ContainsKey("openapi"))
        {
            return [];
        }

        ReadResult read = new OpenApiJsonReader().Read(root, new Uri("https://document.invalid/"), new OpenApiReaderSettings { RuleSet = ValidationRuleSet.GetEmptyRuleSet() });
        return read.Document?.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>();
    }
}
