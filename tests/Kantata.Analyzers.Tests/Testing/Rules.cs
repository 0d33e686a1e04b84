using System.Collections.Immutable;
using System.Reflection;
using Kantata.Generator.Analyzers;
using Kantata.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kantata.Analyzers.Tests.Testing;

/// <summary>The rules that the package has.</summary>
internal static class Rules
{
    /// <summary>All analyzers of the package, as a compiler finds them.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(UsageAnalyzer).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>The rules of the analyzers, and what the generator itself says.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        .. Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics)
            .Concat([GeneratorDiagnostics.UnknownResource, GeneratorDiagnostics.FileNotGenerated])
            .OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];
}
