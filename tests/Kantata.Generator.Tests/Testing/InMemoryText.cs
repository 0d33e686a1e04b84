using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Kantata.Generator.Tests.Testing;

/// <summary>A document of the API as an additional file.</summary>
internal sealed class InMemoryText(string name, string text, string origin = "bundled", string? path = null) : AdditionalText
{
    public string Name { get; } = name;

    public string Origin { get; } = origin;

    public override string Path { get; } = path ?? "/project/" + name;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);
}
