namespace Kantata.Spec;

/// <summary>A fault in a document, with its place.</summary>
/// <param name="Id">The id of its <see cref="SpecDescriptor"/>: <c>KAN0001</c>.</param>
/// <param name="Severity">How much it spoils.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="File">The name of the file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column of the first character, from 1.</param>
/// <param name="EndColumn">The column after the last character, from 1, on the same line.</param>
public sealed record SpecDiagnostic(string Id, SpecSeverity Severity, string Message, string File, int Line, int Column, int EndColumn);
