namespace Kantata.Spec;

/// <summary>Corrections and additions to what other documents say.</summary>
/// <param name="Name">The name of the file.</param>
/// <param name="Origin">Who supplied the file.</param>
public sealed record OverlayDocument(string Name, SpecOrigin Origin) : SpecDocument(Name, Origin);
