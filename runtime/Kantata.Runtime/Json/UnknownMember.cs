namespace Kantata.Runtime;

/// <summary>A member that the response has and the type has not.</summary>
/// <param name="name">Its name, which JSON writes without escapes, of at most <see cref="MaxLength"/> bytes.</param>
internal sealed class UnknownMember(byte[] name)
{
    /// <summary>How long a name may be: with the comma before it, its quotation marks and its colon it is told by one comparison.</summary>
    public const int MaxLength = JsonPrefix.MaxLength - 4;

    public ReadOnlySpan<byte> Name => name;

    /// <summary>What JSON has before its value.</summary>
    public JsonPrefix Literal { get; } = new([(byte)',', (byte)'"', .. name, (byte)'"', (byte)':']);
}
