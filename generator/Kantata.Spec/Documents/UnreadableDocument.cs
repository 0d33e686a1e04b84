namespace Kantata.Spec;

/// <summary>A file that says nothing that can be used; its diagnostics say why.</summary>
/// <param name="Name">The name of the file.</param>
/// <param name="Origin">Who supplied the file.</param>
public sealed record UnreadableDocument(string Name, SpecOrigin Origin) : SpecDocument(Name, Origin);
