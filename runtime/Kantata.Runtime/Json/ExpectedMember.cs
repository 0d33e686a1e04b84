using System.Runtime.Intrinsics;

namespace Kantata.Runtime;

/// <summary>A member that is expected next, and how JSON has it up to its value: told by one comparison of 32 bytes.</summary>
internal sealed class ExpectedMember
{
    private const int LongestLiteral = 32;

    private readonly Vector256<byte> _bytes;
    private readonly Vector256<byte> _mask;

    /// <param name="member">The member's position in the type's table of names.</param>
    /// <param name="literal">The comma before it, its name and its colon. One that is longer than can be compared is never found.</param>
    public ExpectedMember(int member, ReadOnlySpan<byte> literal)
    {
        Span<byte> bytes = stackalloc byte[LongestLiteral];
        Span<byte> mask = stackalloc byte[LongestLiteral];
        if (literal.Length <= LongestLiteral)
        {
            bytes.Clear();
            mask.Clear();
            literal.CopyTo(bytes);
            mask[..literal.Length].Fill(byte.MaxValue);
        }
        else
        {
            // No JSON is all ones.
            bytes.Fill(byte.MaxValue);
            mask.Fill(byte.MaxValue);
        }

        _bytes = Vector256.Create<byte>(bytes);
        _mask = Vector256.Create<byte>(mask);
        Member = member;
        Length = literal.Length;
    }

    public int Member { get; }

    public int Length { get; }

    /// <summary>Whether the member stands at the beginning of a JSON. So near the end of all that 32 bytes are not left, it is not found.</summary>
    public bool Begins(ReadOnlySpan<byte> json) =>
        json.Length >= LongestLiteral && (Vector256.Create(json) & _mask) == _bytes;
}
