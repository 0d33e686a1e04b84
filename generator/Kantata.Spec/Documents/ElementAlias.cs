namespace Kantata.Spec;

/// <summary>Another path of an element, by which rooms that do not know the document refer to it.</summary>
/// <param name="Path">The other path.</param>
/// <param name="Target">The path in the document.</param>
internal readonly record struct ElementAlias(string Path, string Target);
