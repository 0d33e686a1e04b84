using Kantata.Spec.Collections;
using Kantata.Spec.Model;

namespace Kantata.Spec;

/// <summary>What reading a set of files gives.</summary>
/// <param name="Model">What the API is.</param>
/// <param name="Diagnostics">All faults, sorted by file and place.</param>
public sealed record SpecSetReading(ApiModel Model, EquatableArray<SpecDiagnostic> Diagnostics);
