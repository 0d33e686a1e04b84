using Kantata.Spec.Collections;

namespace Kantata.Generator.CSharp;

/// <summary>The client in C#: what is left is to write it.</summary>
/// <param name="Files">The files to generate.</param>
/// <param name="UnknownResources">The names that the project asks for and no resource has.</param>
internal sealed record ClientModel(EquatableArray<SourceFile> Files, EquatableArray<UnknownResource> UnknownResources);

/// <summary>A name that a project asks for and no resource has.</summary>
/// <param name="Name">The name.</param>
/// <param name="Nearest">The name of a resource that is most like it.</param>
internal sealed record UnknownResource(string Name, string Nearest);
