using Kantata.Spec.Collections;
using Kantata.Spec.Model;

namespace Kantata.Spec;

/// <summary>An OpenAPI or Swagger document.</summary>
/// <param name="Name">The name of the file.</param>
/// <param name="Origin">Who supplied the file.</param>
/// <param name="Entities">The schemas of its components, in the order of the document.</param>
public sealed record SchemaDocument(string Name, SpecOrigin Origin, EquatableArray<Entity> Entities) : SpecDocument(Name, Origin);
