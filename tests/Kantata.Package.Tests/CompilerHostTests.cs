using Xunit;

namespace Kantata.Package.Tests;

/// <summary>The compiler's process is not ours: the packed generator is loaded as compilers load it, with a neighbour that brings other versions of the same libraries.</summary>
[Collection(PackedPackages.Name)]
public sealed class CompilerHostTests(PackageFeed feed)
{
    [Theory]
    [InlineData("4.8.0", "3.11.0", "4.8.0.0")] // the oldest that is claimed
    [InlineData("5.12.0", "5.12.0", "5.12.0.0")]
    public async Task The_packed_generator_runs_in_a_compiler_beside_other_versions_of_its_libraries(string roslyn, string roslynAnalyzers, string expectedRoslyn)
    {
        string folder = Path.Combine(feed.Folder, "host-" + roslyn);
        feed.Extract("Kantata.Generator", Path.Combine(folder, "generator"));
        feed.Extract("Kantata.Runtime", Path.Combine(folder, "runtime"));
        string documents = Directory.CreateDirectory(Path.Combine(folder, "documents")).FullName;
        WriteDocumentsOfOtherKinds(documents);
        await BuildAsync("tests/Kantata.CompilerHost", Path.Combine(folder, "host"), $"-p:RoslynVersion={roslyn}", $"-p:RoslynAnalyzersVersion={roslynAnalyzers}");
        await BuildAsync("tests/Kantata.NeighbourGenerator", Path.Combine(folder, "neighbour"));

        string output = await DotNet.RunAsync(
            folder,
            Path.Combine(folder, "host", "Kantata.CompilerHost.dll"),
            documents,
            Path.Combine(folder, "runtime", "lib", "net10.0", "Kantata.Runtime.dll"),
            Path.Combine(folder, "generator", "analyzers", "dotnet", "cs"),
            Path.Combine(folder, "neighbour"));

        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Contains("roslyn: " + expectedRoslyn, lines);
        Assert.Equal([], lines.Where(line => line.StartsWith("not loaded: ", StringComparison.Ordinal) || line.StartsWith("told: ", StringComparison.Ordinal)).Take(3));
        Assert.Matches("generated: KantataGenerator 2[0-9]{2} files [0-9A-F]{64}$", Assert.Single(lines, line => line.StartsWith("generated: KantataGenerator ", StringComparison.Ordinal)));
        Assert.StartsWith("generated: NeighbourGenerator 1 files ", Assert.Single(lines, line => line.StartsWith("generated: NeighbourGenerator ", StringComparison.Ordinal)), StringComparison.Ordinal);

        IReadOnlyDictionary<string, string>[] loaded = [.. lines.Where(line => line.StartsWith("loaded: ", StringComparison.Ordinal)).Select(Versions)];
        Assert.NotEqual(loaded[0]["System.Text.Json"], loaded[1]["System.Text.Json"]);
        Assert.Equal("18.0.0.0", loaded[0]["YamlDotNet"]);
        Assert.Equal("16.0.0.0", loaded[1]["YamlDotNet"]);
    }

    // Whatever the bundled documents are written in, each reader is needed.
    private static void WriteDocumentsOfOtherKinds(string folder)
    {
        File.WriteAllText(Path.Combine(folder, "Forecast.yaml"), """
            openapi: 3.1.0
            info: { title: Forecast, version: '1' }
            components: { schemas: { Forecast: { type: object, properties: { id: { type: string } } } } }
            """);
        File.WriteAllText(Path.Combine(folder, "Outlook.json"), """
            {
              "openapi": "3.1.0",
              "info": { "title": "Outlook", "version": "1" },
              "components": { "schemas": { "Outlook": { "type": "object", "properties": { "id": { "type": "string" } } } } }
            }
            """);
    }

    // loaded: Scriban 1.0.0.0, YamlDotNet 18.0.0.0
    private static IReadOnlyDictionary<string, string> Versions(string line) =>
        line["loaded: ".Length..].Split(", ").Select(assembly => assembly.Split(' ')).ToDictionary(words => words[0], words => words[1]);

    private async Task BuildAsync(string project, string output, params string[] properties) =>
        await DotNet.RunAsync(feed.Folder, ["build", Path.Combine(PackageFeed.Repository, project), "-c", "Release", "-o", output, "--artifacts-path", output + "-artifacts", "-v", "q", .. properties]);
}
