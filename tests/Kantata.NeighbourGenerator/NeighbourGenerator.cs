using System.Text.Json;
using Microsoft.CodeAnalysis;
using YamlDotNet.RepresentationModel;

namespace Kantata.NeighbourGenerator;

/// <summary>Reads a value as JSON and as YAML, and generates a class named after it.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class NeighbourGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterPostInitializationOutput(static output =>
        {
            using var json = JsonDocument.Parse("""{"name": "Neighbour"}""");
            var yaml = new YamlStream();
            yaml.Load(new StringReader("name: Generated"));
            string name = json.RootElement.GetProperty("name").GetString() + yaml.Documents[0].RootNode["name"];
            output.AddSource("Neighbour.g.cs", $"internal static class {name} {{ }}");
        });
}
