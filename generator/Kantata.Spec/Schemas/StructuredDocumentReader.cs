using System.Text.Json.Nodes;
using Kantata.Spec.Collections;
using Kantata.Spec.Overlays;
using Kantata.Spec.Trees;

namespace Kantata.Spec.Schemas;

/// <summary>Reads documents in YAML and JSON: OpenAPI, Swagger, and overlays.</summary>
internal static class StructuredDocumentReader
{
    public static DocumentReading Read(SpecFile file)
    {
        var diagnostics = new DiagnosticList(file.Name);
        string text = file.Text.TrimStart('\uFEFF');
        DocumentTree? tree = file.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            ? JsonTreeReader.TryRead(text, diagnostics)
            : YamlTreeReader.TryRead(text, diagnostics);

        SpecDocument document = new UnreadableDocument(file.Name, file.Origin);
        if (tree is not null)
        {
            document = Read(file, tree, diagnostics) ?? document;
        }

        DocumentPositions positions = tree is null ? DocumentPositions.None : new DocumentPositions(tree.Elements.ToEquatableArray());
        return new DocumentReading(document, diagnostics.ToEquatableArray(), positions);
    }

    private static SpecDocument? Read(SpecFile file, DocumentTree tree, DiagnosticList diagnostics)
    {
        JsonObject? root = tree.Root as JsonObject;
        if (root?.ContainsKey("overlay") == true)
        {
            return OverlayReader.Read(file, root, tree, diagnostics);
        }

        if (root?.ContainsKey("openapi") == true || root?.ContainsKey("swagger") == true)
        {
            return OpenApiReader.Read(file, root, tree, diagnostics);
        }

        diagnostics.Add(SpecDescriptors.NoSchema, TextPlace.Start);
        return null;
    }
}
