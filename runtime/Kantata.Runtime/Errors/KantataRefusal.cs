namespace Kantata;

/// <summary>One item of a batch that the server refused, with its reasons.</summary>
/// <param name="Index">The position of the item in the whole input, from 0.</param>
/// <param name="Item">The request, or the id of what was to be deleted.</param>
/// <param name="Errors">What the server says is wrong with it.</param>
public sealed record KantataRefusal(int Index, object Item, IReadOnlyList<KantataError> Errors);
