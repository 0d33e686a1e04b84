namespace Kantata.Coverage.Tests.Calls;

/// <summary>The generated client lacks something that the list asks for, or has it in another form.</summary>
internal sealed class CoverageException(string message) : Exception(message);
