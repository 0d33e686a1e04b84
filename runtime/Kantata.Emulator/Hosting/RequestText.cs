namespace Kantata.Emulator.Hosting;

/// <summary>The body of a request, which the log has read and the operation still needs.</summary>
/// <param name="Value">The text; empty where there was none, and for files.</param>
internal sealed record RequestText(string Value);
