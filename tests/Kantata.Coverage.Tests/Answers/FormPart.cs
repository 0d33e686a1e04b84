namespace Kantata.Coverage.Tests.Answers;

/// <summary>A part of a form that arrived.</summary>
/// <param name="Name">Its name.</param>
/// <param name="FileName">The name of the file; null for what is none.</param>
/// <param name="Content">The text, or the content of the file.</param>
internal sealed record FormPart(string Name, string? FileName, string Content);
