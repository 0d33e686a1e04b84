using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kantata.Generator.Tests.Testing;

/// <summary>The options that MSBuild would hand to the compiler.</summary>
internal sealed class InMemoryOptions(IReadOnlyDictionary<string, string> properties) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(properties);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options(new Dictionary<string, string>());

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(textFile is InMemoryText text
        ? new Dictionary<string, string>
        {
            ["build_metadata.AdditionalFiles.KantataSpec"] = text.Origin,
            ["build_metadata.AdditionalFiles.KantataSpecName"] = text.Name,
        }
        : []);

    private sealed class Options(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
