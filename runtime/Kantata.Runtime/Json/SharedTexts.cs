using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Kantata.Runtime;

/// <summary>
/// The short texts that the answers to one client repeat (currencies, states, names of services), each held once. It
/// holds a fixed number of texts, so that what never repeats costs nothing in the long run.
/// </summary>
/// <remarks>
/// <para>
/// A text has one place where it may be. It moves in when it is seen for the second time in a row there, and out when
/// another does so. Many threads may use it without a lock: what a place holds is replaced as a whole and never changed, and
/// a text that is lost to another thread is only made anew.
/// </para>
/// <para>
/// Besides, a held text stands where its first eight bytes point to, or, as far as it is shorter, the bytes behind it too: what
/// follows a short text mostly is the next member. There it is found before its end is looked for.
/// </para>
/// </remarks>
internal sealed class SharedTexts
{
    private const int Places = 256;

    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly SharedText?[] _texts = new SharedText?[Places];
    private readonly uint[] _seen = new uint[Places];
    private readonly SharedText?[] _starts = new SharedText?[Places];

    /// <summary>Finds a held text by the JSON that begins with its quotation mark.</summary>
    public bool TryFind(ReadOnlySpan<byte> json, [NotNullWhen(true)] out SharedText? held)
    {
        held = json.Length > sizeof(ulong) ? _starts[PlaceOfStart(json)] : null;
        return held is not null && held.Json.Begins(json);
    }

    /// <summary>Decodes a text.</summary>
    /// <param name="json">What begins with the text's quotation mark.</param>
    /// <param name="length">The length of the text, between its quotation marks.</param>
    /// <exception cref="DecoderFallbackException">It is not UTF-8.</exception>
    public string StringAt(ReadOnlySpan<byte> json, int length)
    {
        ReadOnlySpan<byte> utf8 = json.Slice(1, length);
        if (utf8.Length is 0 or > SharedText.MaxLength)
        {
            return Decode(utf8);
        }

        SharedText? held = Find(utf8, out string text);
        if (held is not null && json.Length > sizeof(ulong))
        {
            _starts[PlaceOfStart(json)] = held;
        }

        return text;
    }

    /// <summary>Decodes a text.</summary>
    /// <exception cref="DecoderFallbackException">It is not UTF-8.</exception>
    public string StringOf(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is 0 or > SharedText.MaxLength)
        {
            return Decode(utf8);
        }

        Find(utf8, out string text);
        return text;
    }

    private SharedText? Find(ReadOnlySpan<byte> utf8, out string text)
    {
        uint hash = Hash(utf8);
        uint place = hash % Places;
        SharedText? held = _texts[place];
        if (held is not null && utf8.SequenceEqual(held.Utf8))
        {
            text = held.Text;
            return held;
        }

        text = Decode(utf8);
        if (_seen[place] == hash)
        {
            _texts[place] = new SharedText(utf8, text);
        }

        _seen[place] = hash;
        return null;
    }

    // Most texts are ASCII, which needs no counting of characters.
    private static string Decode(ReadOnlySpan<byte> utf8) => Ascii.IsValid(utf8) ? Encoding.Latin1.GetString(utf8) : _utf8.GetString(utf8);

    private static int PlaceOfStart(ReadOnlySpan<byte> json) => (int)((BinaryPrimitives.ReadUInt64LittleEndian(json[1..]) * 0x9E3779B97F4A7C15) >> (64 - 8));

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
}
