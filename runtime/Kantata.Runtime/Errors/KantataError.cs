namespace Kantata;

/// <summary>One error that the server names.</summary>
/// <param name="Type">The kind of error: <c>oauth</c>, <c>system</c> or <c>validation</c>.</param>
/// <param name="Message">What is wrong, in the server's words.</param>
/// <param name="Field">The field of the request that is wrong, by the API's name; only with <c>validation</c>.</param>
public sealed record KantataError(string? Type, string Message, string? Field)
{
    /// <inheritdoc/>
    public override string ToString() => Field is null ? Message : $"{Field}: {Message}";
}
