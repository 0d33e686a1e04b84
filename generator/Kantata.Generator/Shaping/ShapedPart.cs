using Kantata.Generator.CSharp;
using Kantata.Spec.Collections;

namespace Kantata.Generator.Shaping;

/// <summary>A part of the client in C#.</summary>
/// <param name="File">The file that it becomes.</param>
/// <param name="TypeNames">The names that it gave to types, which no other part may give.</param>
/// <param name="Markers">The types that it needs as mere names for ids.</param>
internal sealed record ShapedPart(SourceFile File, EquatableArray<string> TypeNames, EquatableArray<string> Markers);
