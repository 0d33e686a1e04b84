using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kantata.Benchmarks.Generator;

/// <summary>Marks documents, as the package's MSBuild files do, and sets no property.</summary>
internal sealed class SpecOptions : AnalyzerConfigOptionsProvider
{
    private static readonly Options s_none = new([]);

    public override AnalyzerConfigOptions GlobalOptions => s_none;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => s_none;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => textFile is not SpecText text ? s_none : new Options(new()
    {
        ["build_metadata.AdditionalFiles.KantataSpec"] = text.Origin,
        ["build_metadata.AdditionalFiles.KantataSpecName"] = text.Name,
    });

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
