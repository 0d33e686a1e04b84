using System.Runtime.Intrinsics;

namespace Kantata.Runtime;

/// <summary>
/// Bytes that are expected to stand next in a JSON: told by one comparison of 32 bytes, whatever their number, so that
/// nothing has to be guessed that depends on it.
/// </summary>
internal readonly struct JsonPrefix
{
    /// <summary>How many bytes there may be.</summary>
    public const int MaxLength = 32;

    private readonly Vector256<byte> _bytes;

    // A bit for each byte that is compared.
    private readonly uint _compared;

    /// <exception cref="ArgumentException"><paramref name="bytes"/> are more than <see cref="MaxLength"/>.</exception>
    public JsonPrefix(ReadOnlySpan<byte> bytes)
    {
        Span<byte> block = stackalloc byte[MaxLength];
        bytes.CopyTo(block);
        _bytes = Vector256.Create<byte>(block);
        _compared = uint.MaxValue >> (MaxLength - bytes.Length);
        Length = bytes.Length;
    }

    public int Length { get; }

    /// <summary>Whether a member's name is written in JSON as it is, and short enough to be expected with what surrounds it.</summary>
    public static bool CanBeMember(ReadOnlySpan<byte> name) => name.Length <= MaxLength - ",\"\":".Length && JsonCursor.IsPlain(name);

    /// <summary>A member's name as JSON has it, with its colon, and with the comma before it unless it is the first of its object.</summary>
    public static JsonPrefix OfMember(ReadOnlySpan<byte> name, bool isFirst)
    {
        ReadOnlySpan<byte> literal = [(byte)',', (byte)'"', .. name, (byte)'"', (byte)':'];
        return new JsonPrefix(isFirst ? literal[1..] : literal);
    }

    /// <summary>Whether a JSON begins so. Near its end, where no 32 bytes are left, none is said to.</summary>
    public bool Begins(ReadOnlySpan<byte> json) =>
        json.Length >= MaxLength && (~Vector256.Equals(Vector256.Create(json), _bytes).ExtractMostSignificantBits() & _compared) == 0;
}
