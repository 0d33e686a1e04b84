namespace Kantata.Spec;

/// <summary>The place of one element.</summary>
/// <param name="Section">The path of what is around it; empty at the top.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Place">Where it stands.</param>
internal readonly record struct ElementPosition(string Section, string Name, TextPlace Place);
