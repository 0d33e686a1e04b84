namespace Kantata.Runtime;

/// <summary>What can be told of a date and time from its text alone.</summary>
internal static class IsoText
{
    /// <summary>Whether a text says at its end how far its time is from UTC: <c>Z</c> or <c>-08:00</c>.</summary>
    public static bool HasOffset(ReadOnlySpan<byte> text) =>
        text.Length > 10 && (text[^1] is (byte)'Z' || text[10..].ContainsAny((byte)'+', (byte)'-'));
}
