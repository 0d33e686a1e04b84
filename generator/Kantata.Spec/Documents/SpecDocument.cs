namespace Kantata.Spec;

/// <summary>
/// What one file says. It compares by value and holds no position, so that moving text in a file makes an equal document.
/// </summary>
/// <param name="Name">The name of the file.</param>
/// <param name="Origin">Who supplied the file.</param>
public abstract record SpecDocument(string Name, SpecOrigin Origin);
