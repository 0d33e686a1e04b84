namespace Kantata.Runtime;

/// <summary>One request, independent of how often it is tried.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path from the base address on; the part of the address that exceptions name.</param>
/// <param name="Query">The encoded query string without its question mark; may be empty.</param>
/// <param name="Body">What is sent; null for no body.</param>
internal sealed record ApiCall(HttpMethod Method, string Path, string Query, IRequestBody? Body = null);
