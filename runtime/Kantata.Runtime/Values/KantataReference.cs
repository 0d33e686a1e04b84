namespace Kantata;

/// <summary>A reference to an object whose type the API tells by the name of its collection.</summary>
/// <param name="Key">The collection, for instance <c>stories</c>.</param>
/// <param name="Id">The id in that collection.</param>
public readonly record struct KantataReference(string Key, IdValue Id);
