namespace Kantata.Runtime;

/// <summary>A text that many answers repeat.</summary>
internal sealed class SharedText(ReadOnlySpan<byte> utf8, string text)
{
    /// <summary>The text as JSON has it, with its quotation marks.</summary>
    public byte[] Json { get; } = [(byte)'"', .. utf8, (byte)'"'];

    /// <summary>The text without its quotation marks.</summary>
    public ReadOnlySpan<byte> Utf8 => Json.AsSpan(1, Json.Length - 2);

    public string Text { get; } = text;
}
