namespace Kantata.Runtime;

/// <summary>A text that many answers repeat.</summary>
internal sealed class SharedText
{
    /// <summary>How many bytes it may have: with its quotation marks it is told by one comparison.</summary>
    public const int MaxLength = JsonPrefix.MaxLength - 2;

    private readonly JsonPrefix _json;

    public SharedText(ReadOnlySpan<byte> utf8, string text)
    {
        Utf8 = utf8.ToArray();
        Text = text;
        _json = new JsonPrefix([(byte)'"', .. utf8, (byte)'"']);
    }

    public byte[] Utf8 { get; }

    public string Text { get; }

    /// <summary>The text as JSON has it, with its quotation marks.</summary>
    public ref readonly JsonPrefix Json => ref _json;
}
