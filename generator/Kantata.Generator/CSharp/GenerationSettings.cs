using Kantata.Spec.Collections;

namespace Kantata.Generator.CSharp;

/// <summary>What the user's project says about the code to generate.</summary>
/// <param name="Namespace">The namespace of the generated types.</param>
/// <param name="Visibility">The visibility of the generated types: <c>public</c> or <c>internal</c>.</param>
/// <param name="Resources">The keys of the resources to generate; all where there is none.</param>
/// <param name="DependencyInjection">Whether to generate <c>AddKantata</c>: the package that it calls is there.</param>
internal sealed record GenerationSettings(string Namespace, string Visibility, EquatableArray<string> Resources, bool DependencyInjection);
