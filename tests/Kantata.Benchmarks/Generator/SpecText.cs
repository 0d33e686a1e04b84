using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Kantata.Benchmarks.Generator;

/// <summary>A document of the user's as the compiler hands it to the generator.</summary>
internal sealed class SpecText(string name, string text) : AdditionalText
{
    public string Name { get; } = name;

    public string Text { get; } = text;

    public override string Path => "/project/" + Name;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(Text, Encoding.UTF8);

    /// <summary>Reads a file.</summary>
    public static SpecText Read(string file) => new(System.IO.Path.GetFileName(file), File.ReadAllText(file));

    /// <summary>Reads a bundled page, which as the user's takes the place of the one in the generator.</summary>
    public static SpecText ReadPage(string name) => Read(System.IO.Path.Combine(GeneratorHost.RepositoryRoot, "spec", name));
}
