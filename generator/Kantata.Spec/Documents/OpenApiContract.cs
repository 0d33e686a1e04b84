using Kantata.Spec.Collections;
using Kantata.Spec.Model;

namespace Kantata.Spec;

/// <summary>An OpenAPI or Swagger document.</summary>
/// <param name="Name">The name of the file.</param>
/// <param name="Origin">Who supplied the file.</param>
/// <param name="Entities">The schemas of its components, in the order of the document.</param>
/// <param name="Operations">The operations of its paths, in the order of the document and as far as it alone says.</param>
/// <param name="Tags">The groups that its tags make of the operations.</param>
public sealed record OpenApiContract(
    string Name,
    SpecOrigin Origin,
    EquatableArray<Entity> Entities,
    EquatableArray<Operation> Operations,
    EquatableArray<IndexPage> Tags) : SpecDocument(Name, Origin);
