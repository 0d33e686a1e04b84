namespace Kantata;

/// <summary>One request of a batch that the server refused, with its reasons.</summary>
/// <param name="Index">The position of the request in the whole input, from 0.</param>
/// <param name="Request">The request.</param>
/// <param name="Errors">What the server says is wrong with it.</param>
public sealed record KantataRefusal(int Index, RequestModel Request, IReadOnlyList<KantataError> Errors);
