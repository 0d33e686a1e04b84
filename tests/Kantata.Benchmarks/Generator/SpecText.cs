using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Kantata.Benchmarks.Generator;

/// <summary>A document of the API as the compiler hands it to the generator.</summary>
internal sealed class SpecText(string name, string text, string origin = "bundled") : AdditionalText
{
    public string Name { get; } = name;

    public string Text { get; } = text;

    /// <summary>Who brought it: <c>bundled</c> or <c>user</c>.</summary>
    public string Origin { get; } = origin;

    public override string Path => "/project/" + Name;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(Text, Encoding.UTF8);

    /// <summary>Reads the documents that the package bundles.</summary>
    public static SpecText[] ReadBundled()
    {
        string folder = System.IO.Path.Combine(GeneratorHost.RepositoryRoot, "spec");
        return
        [
            .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(file => System.IO.Path.GetExtension(file) is ".md" or ".json")
                .Order(StringComparer.Ordinal)
                .Select(file => new SpecText(System.IO.Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file))),
        ];
    }

    /// <summary>Reads what a project hands over that switches the bundled documents off and brings one OpenAPI document: the overlay stays.</summary>
    public static SpecText[] ReadContract(string file) =>
        [.. ReadBundled().Where(document => document.Name == "overlay.json"), new SpecText(System.IO.Path.GetFileName(file), File.ReadAllText(file), "user")];
}
