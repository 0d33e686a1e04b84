using Microsoft.CodeAnalysis;

namespace Kantata.Generator.Diagnostics;

/// <summary>What the generator itself says. Faults in documents are shown by <see cref="Analyzers.SpecDocumentAnalyzer"/>.</summary>
internal static class GeneratorDiagnostics
{
    /// <summary>A fault of ours: a file could not be generated.</summary>
    public static readonly DiagnosticDescriptor FileNotGenerated = new(
        "KAN9001",
        "A file of the client could not be generated",
        "'{0}' could not be generated: {1}",
        "Kantata.Generator",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A fault of the generator, not of your project. Please report it with the message; the rest of the client is generated.");
}
