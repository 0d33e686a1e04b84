using Microsoft.CodeAnalysis;

namespace Kantata.Generator.Diagnostics;

/// <summary>What the generator itself says. Faults in documents are shown by <see cref="Analyzers.SpecDocumentAnalyzer"/>.</summary>
internal static class GeneratorDiagnostics
{
    /// <summary>The project asks for a resource that the documents do not have.</summary>
    public static readonly DiagnosticDescriptor UnknownResource = new(
        "KAN1011",
        "A resource is unknown",
        "KantataResources names '{0}', which no document describes; did you mean '{1}'?",
        "Kantata.Usage",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Resources are named by their keys in snake case, such as billing_milestones.",
        helpLinkUri: RuleDocumentation.PageOf("KAN1011"));

    /// <summary>A fault of ours: a file could not be generated.</summary>
    public static readonly DiagnosticDescriptor FileNotGenerated = new(
        "KAN9001",
        "A file of the client could not be generated",
        "'{0}' could not be generated: {1}",
        "Kantata.Generator",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A fault of the generator, not of your project. Please report it with the message; the rest of the client is generated.",
        helpLinkUri: RuleDocumentation.PageOf("KAN9001"));
}
