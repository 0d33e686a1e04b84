using Kantata.Generator.CSharp;
using Kantata.Spec.Collections;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kantata.Generator.Pipeline;

/// <summary>Reads the MSBuild properties of the user's project.</summary>
internal static class SettingsReader
{
    public static GenerationSettings Read(AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        string visibility = Property(options, "KantataVisibility", "public");
        string name = Property(options, "KantataNamespace", "Kantata");
        return new GenerationSettings(
            IsNamespace(name) ? name : "Kantata",
            string.Equals(visibility, "internal", StringComparison.OrdinalIgnoreCase) ? "internal" : "public",
            Property(options, "KantataResourceList", "").Split(['|'], StringSplitOptions.RemoveEmptyEntries)
                .Select(name => name.Trim())
                .Where(name => name.Length > 0)
                .ToEquatableArray(),
            string.Equals(Property(options, "KantataDependencyInjection", "false"), "true", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Which of the bundled documents the project takes.</summary>
    public static BundledSelection ReadBundledSelection(AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken) =>
        Property(options, "KantataUseBundledSpec", "") switch
        {
            "" => BundledSelection.None,
            { } value when string.Equals(value, "false", StringComparison.OrdinalIgnoreCase) => BundledSelection.Corrections,
            _ => BundledSelection.All,
        };

    private static string Property(AnalyzerConfigOptionsProvider options, string name, string fallback) =>
        options.GlobalOptions.TryGetValue("build_property." + name, out string? value) && value.Trim() is { Length: > 0 } trimmed
            ? trimmed
            : fallback;

    private static bool IsNamespace(string name) =>
        name.Split('.').All(part => SyntaxFacts.IsValidIdentifier(part) && SyntaxFacts.GetKeywordKind(part) == SyntaxKind.None);
}
