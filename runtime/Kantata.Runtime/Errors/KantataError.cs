namespace Kantata;

/// <summary>One error that the server names.</summary>
/// <param name="Type">The kind of error: <c>oauth</c>, <c>system</c> or <c>validation</c>.</param>
/// <param name="Message">What is wrong, in the server's words.</param>
/// <param name="Field">The field of the request that is wrong, by the API's name; only with <c>validation</c>.</param>
public sealed record KantataError(string? Type, string Message, string? Field)
{
    /// <summary>
    /// The member of the request that the field is, by its name in C# and from the request on (<c>AmountInCents</c>, <c>ExternalReference.ServiceName</c>);
    /// null where no field is named, or none that the request had set.
    /// </summary>
    public string? Member { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Field is null ? Message : $"{Field}: {Message}";
}
