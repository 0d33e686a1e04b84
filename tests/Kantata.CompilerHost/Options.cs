using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kantata.CompilerHost;

/// <summary>What MSBuild would tell of a project that has documents of its own in a folder, beside the bundled ones.</summary>
internal sealed class Options(string folder) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(new() { ["build_property.KantataUseBundledSpec"] = "true" });

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values([]);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(new()
    {
        ["build_metadata.AdditionalFiles.KantataSpec"] = "user",
        ["build_metadata.AdditionalFiles.KantataSpecName"] = Path.GetRelativePath(folder, textFile.Path),
    });

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
