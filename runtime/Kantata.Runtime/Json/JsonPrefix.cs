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
        block.Clear();
        bytes.CopyTo(block);
        _bytes = Vector256.Create<byte>(block);
        _compared = uint.MaxValue >> (MaxLength - bytes.Length);
        Length = bytes.Length;
    }

    public int Length { get; }

    /// <summary>Whether a JSON begins so. Near its end, where no 32 bytes are left, none is said to.</summary>
    public bool Begins(ReadOnlySpan<byte> json) =>
        json.Length >= MaxLength && (~Vector256.Equals(Vector256.Create(json), _bytes).ExtractMostSignificantBits() & _compared) == 0;
}
