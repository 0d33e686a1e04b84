using Kantata.Spec.Model;

namespace Kantata.Spec;

/// <summary>A page that describes one operation.</summary>
/// <param name="Name">The name of the file.</param>
/// <param name="Origin">Who supplied the file.</param>
/// <param name="Operation">
/// The operation as far as the page alone says: the collections of its response have no entities yet, and its includes only
/// the collection and field that their own text names.
/// </param>
public sealed record OperationPage(string Name, SpecOrigin Origin, Operation Operation) : SpecDocument(Name, Origin);
