using System.Text.Json.Nodes;
using Kantata.Spec.Collections;
using Kantata.Spec.OpenApi;
using Kantata.Spec.Overlays;
using Kantata.Spec.Trees;

namespace Kantata.Spec.Schemas;

/// <summary>Reads documents in YAML and JSON: OpenAPI, Swagger, and overlays.</summary>
internal static class StructuredDocumentReader
{
    public static DocumentReading Read(SpecFile file, bool keepsPositions)
    {
        var diagnostics = new DiagnosticList(file.Name);
        string text = file.Text.TrimStart('\uFEFF');
        DocumentTree? tree = file.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            ? JsonTreeReader.TryRead(text, keepsPositions, diagnostics)
            : YamlTreeReader.TryRead(text, keepsPositions, diagnostics);

        EquatableArray<ElementPosition> elements = tree?.Elements?.ToEquatableArray() ?? default;
        EquatableArray<ElementAlias> aliases = default;
        DocumentPositions positions = keepsPositions ? new DocumentPositions(elements) : DocumentPositions.None;
        SpecDocument? document = tree is null ? null : Read(file, tree, positions, diagnostics, out aliases);
        return new DocumentReading(
            document ?? new UnreadableDocument(file.Name, file.Origin),
            diagnostics.ToEquatableArray(),
            aliases.IsEmpty ? positions : new DocumentPositions(elements, aliases));
    }

    private static SpecDocument? Read(
        SpecFile file,
        DocumentTree tree,
        DocumentPositions positions,
        DiagnosticList diagnostics,
        out EquatableArray<ElementAlias> aliases)
    {
        aliases = default;
        JsonObject? root = tree.Root as JsonObject;
        if (root?.ContainsKey("overlay") == true)
        {
            return OverlayReader.Read(file, root, positions, diagnostics);
        }

        if (root?.ContainsKey("openapi") == true || root?.ContainsKey("swagger") == true)
        {
            var reader = new OpenApiReader(file, root, positions, diagnostics);
            OpenApiContract? contract = reader.Read();
            aliases = reader.Aliases;
            return contract;
        }

        diagnostics.Add(SpecDescriptors.NoSchema, TextPlace.Start);
        return null;
    }
}
