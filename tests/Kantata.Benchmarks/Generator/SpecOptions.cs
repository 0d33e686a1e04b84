using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kantata.Benchmarks.Generator;

/// <summary>Marks documents and tells whether those that come with the generator are used, as the package's MSBuild files do.</summary>
/// <param name="usesBundled">Whether the bundled documents are used; where not, their corrections still are. Null where the package's MSBuild files are not there.</param>
internal sealed class SpecOptions(bool? usesBundled) : AnalyzerConfigOptionsProvider
{
    private static readonly Options s_none = new([]);

    public override AnalyzerConfigOptions GlobalOptions { get; } =
        usesBundled is { } uses ? new Options(new() { ["build_property.KantataUseBundledSpec"] = uses ? "true" : "false" }) : s_none;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => s_none;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => textFile is not SpecText text ? s_none : new Options(new()
    {
        ["build_metadata.AdditionalFiles.KantataSpec"] = "user",
        ["build_metadata.AdditionalFiles.KantataSpecName"] = text.Name,
    });

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
