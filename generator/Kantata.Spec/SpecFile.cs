namespace Kantata.Spec;

/// <summary>One file of documentation, as it was handed over.</summary>
/// <param name="Name">Its path with forward slashes, by which diagnostics and emitted documentation refer to it: <c>pages/invoices/get-invoices.md</c>.</param>
/// <param name="Text">All of its text.</param>
/// <param name="Origin">Who supplied it.</param>
public sealed record SpecFile(string Name, string Text, SpecOrigin Origin);
