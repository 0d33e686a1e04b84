using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Kantata.Benchmarks.Generator;

/// <summary>A document of the API as the compiler hands it to the generator.</summary>
internal sealed class SpecText(string name, string text) : AdditionalText
{
    public string Name { get; } = name;

    public string Text { get; } = text;

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
}
