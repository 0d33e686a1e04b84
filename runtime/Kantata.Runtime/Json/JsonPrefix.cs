using System.Runtime.CompilerServices;
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

    // How far each byte may be from the expected one, by its bits: not at all, or, where none is expected, as far as a byte can be.
    private readonly Vector256<byte> _limits;

    /// <param name="bytes">The bytes.</param>
    /// <param name="withoutSpace">Whether what stands behind them must not be white space.</param>
    /// <exception cref="ArgumentException"><paramref name="bytes"/> are more than <see cref="MaxLength"/>.</exception>
    public JsonPrefix(ReadOnlySpan<byte> bytes, bool withoutSpace = false)
    {
        Span<byte> block = stackalloc byte[MaxLength];
        bytes.CopyTo(block);
        Span<byte> limits = stackalloc byte[MaxLength];
        for (int i = bytes.Length; i < MaxLength; i++)
        {
            limits[i] = byte.MaxValue;
        }

        if (withoutSpace)
        {
            block[bytes.Length] = byte.MaxValue;
            limits[bytes.Length] = byte.MaxValue - ' ' - 1;
        }

        _bytes = Vector256.Create<byte>(block);
        _limits = Vector256.Create<byte>(limits);
        Length = bytes.Length;
    }

    public int Length { get; }

    /// <summary>Whether a member's name is written in JSON as it is, and short enough to be expected with what surrounds it and the first byte of its value.</summary>
    public static bool CanBeMember(ReadOnlySpan<byte> name) => name.Length < MaxLength - ",\"\":".Length && JsonCursor.IsPlain(name);

    /// <summary>
    /// A member's name as JSON has it, with its colon and what stands before it. Where that is no white space, none may stand behind it
    /// either: then this alone tells where the value begins.
    /// </summary>
    public static JsonPrefix OfMember(ReadOnlySpan<byte> name, MemberPlace place) => place switch
    {
        MemberPlace.First => new JsonPrefix([(byte)'{', (byte)'"', .. name, (byte)'"', (byte)':'], withoutSpace: true),
        MemberPlace.Next => new JsonPrefix([(byte)',', (byte)'"', .. name, (byte)'"', (byte)':'], withoutSpace: true),
        _ => new JsonPrefix([(byte)'"', .. name, (byte)'"', (byte)':']),
    };

    /// <summary>Whether a JSON begins so. Near its end, where no 32 bytes are left, none is said to.</summary>
    // Inlined even where a type has so many members that the compiler would stop at some of them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Begins(ReadOnlySpan<byte> json) =>
        json.Length >= MaxLength && Vector256.LessThanOrEqual(Vector256.Create(json) ^ _bytes, _limits).ExtractMostSignificantBits() == uint.MaxValue;
}
