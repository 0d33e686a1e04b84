using Kantata.Spec.Collections;

namespace Kantata.Spec;

/// <summary>What reading one file gives.</summary>
/// <param name="Document">What the file says.</param>
/// <param name="Diagnostics">The faults that show in this file alone, in the order of the text.</param>
/// <param name="Positions">Where the things that the document names stand in the file.</param>
public sealed record DocumentReading(SpecDocument Document, EquatableArray<SpecDiagnostic> Diagnostics, DocumentPositions Positions);
