using System.Buffers.Binary;
using System.Text;

namespace Kantata.Runtime;

/// <summary>
/// The short texts that the answers to one client repeat (currencies, states, names of services), each held once. It
/// holds a fixed number of texts, so that what never repeats costs nothing in the long run.
/// </summary>
/// <remarks>
/// A text has one place where it may be. It moves in when it is seen for the second time in a row there, and out when
/// another does so. Many threads may use it without a lock: what a place holds is replaced as a whole and never changed, and
/// a text that is lost to another thread is only made anew.
/// </remarks>
internal sealed class SharedTexts
{
    private const int Places = 256;
    private const int LongestText = 32;

    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly SharedText?[] _texts = new SharedText?[Places];
    private readonly uint[] _seen = new uint[Places];

    /// <summary>Decodes a text.</summary>
    /// <exception cref="DecoderFallbackException">It is not UTF-8.</exception>
    public string StringOf(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is 0 or > LongestText)
        {
            return _utf8.GetString(utf8);
        }

        uint hash = Hash(utf8);
        uint place = hash % Places;
        SharedText? held = _texts[place];
        if (held is not null && utf8.SequenceEqual(held.Utf8))
        {
            return held.Text;
        }

        string text = _utf8.GetString(utf8);
        if (_seen[place] == hash)
        {
            _texts[place] = new SharedText(utf8.ToArray(), text);
        }

        _seen[place] = hash;
        return text;
    }

    // Its length, beginning and end nearly always tell a text from others.
    private static uint Hash(ReadOnlySpan<byte> utf8)
    {
        ulong first;
        ulong last;
        if (utf8.Length >= sizeof(ulong))
        {
            first = BinaryPrimitives.ReadUInt64LittleEndian(utf8);
            last = BinaryPrimitives.ReadUInt64LittleEndian(utf8[^sizeof(ulong)..]);
        }
        else if (utf8.Length >= sizeof(uint))
        {
            first = BinaryPrimitives.ReadUInt32LittleEndian(utf8);
            last = BinaryPrimitives.ReadUInt32LittleEndian(utf8[^sizeof(uint)..]);
        }
        else
        {
            first = utf8[0];
            last = ((ulong)utf8[utf8.Length / 2] << 8) | utf8[^1];
        }

        ulong mixed = (first + ((ulong)utf8.Length << 56)) * 0x9E3779B97F4A7C15;
        return (uint)(((mixed ^ (mixed >> 29) ^ last) * 0xBF58476D1CE4E5B9) >> 32);
    }

    private sealed record SharedText(byte[] Utf8, string Text);
}
