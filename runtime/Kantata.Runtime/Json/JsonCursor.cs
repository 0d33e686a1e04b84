using System.Buffers;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Json;

namespace Kantata.Runtime;

/// <summary>
/// Reads the values of a response. Each method takes the value that the cursor stands on, moves behind it and answers null for null.
/// Scalars are read as the server means them: a number where a text was said, digits in a text where a number was said.
/// What cannot be read so is refused, never guessed.
/// </summary>
/// <remarks>
/// <para>
/// The cursor goes over the bytes itself as long as they are what answers nearly always are: members in the order in which
/// the last object of the type had them, texts without escapes, short numbers without exponents. Each of these is only a guess
/// about what comes next, made by comparing bytes; nothing is taken for granted. Where a guess fails, that one name or value is
/// read by <see cref="Utf8JsonReader"/>, from its first byte, and the cursor goes on behind it. So whatever is odd is read, or
/// refused, as that reader does it.
/// </para>
/// <para>
/// By itself the cursor checks what lies between values: brackets, commas, colons, white space and how deeply they nest. A value
/// that was taken over without that reader is followed by one of these, or refused.
/// </para>
/// <para>
/// Between calls the cursor stands on the first byte of a value, or right behind one. A value that cannot be read leaves the cursor where
/// it was. It is never outside of the bytes, and every access to them is checked.
/// </para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct JsonCursor
{
    /// <summary>How deeply arrays and objects may nest.</summary>
    internal const int MaxDepth = 64;

    // What ends a text, or makes it one that is not read here: an escape, or a control character, which no text may hold.
    private static readonly SearchValues<byte> _textEnds = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000A\u000B\u000C\u000D\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F"u8);

    private readonly ReadOnlySpan<byte> _json;
    private readonly ReadContext _context;
    private ReadOnlySpan<byte> _rest;
    private int _depth;

    // Whether the array or object that was entered last has not been looked into.
    private bool _atStart;

    internal JsonCursor(ReadOnlySpan<byte> json, ReadContext context)
    {
        _json = json;
        _context = context;
        _rest = json;
        SkipWhiteSpace();
    }

    /// <summary>Whether JSON writes a text as it is, without escapes.</summary>
    // It asks as the search for the end of a text does, so that a program compiles one search and not two.
    internal static bool IsPlain(ReadOnlySpan<byte> text) => text.IndexOfAny(_textEnds) < 0;

    /// <summary>Where in the body the cursor stands, in bytes.</summary>
    internal readonly int Position => _json.Length - _rest.Length;

    internal readonly bool IsObject => Next == '{';

    /// <summary>Refuses whatever follows the value that was read.</summary>
    internal void End()
    {
        SkipWhiteSpace();
        if (!_rest.IsEmpty)
        {
            throw NotJson();
        }
    }

    /// <summary>Enters the object or array that the cursor stands on.</summary>
    internal void Enter()
    {
        CheckDepth();
        _depth++;
        PassBracket();
    }

    /// <summary>Enters an object; false where null stands in its place.</summary>
    internal bool TryBeginObject(string said) => TryBegin((byte)'{', said);

    /// <summary>Enters an array; false where null stands in its place.</summary>
    internal bool TryBeginArray(string said) => TryBegin((byte)'[', said);

    /// <summary>Moves to the value of the next member and gives its name, unescaped; false behind the end of the object.</summary>
    internal bool NextMember(out ReadOnlySpan<byte> name)
    {
        if (!MoveToNext((byte)'}'))
        {
            name = default;
            return false;
        }

        name = ReadName();
        return true;
    }

    /// <summary>Moves to the value of the next member and gives the id that its name spells; an empty one is none. False behind the end of the object.</summary>
    internal bool NextMember(out IdValue id)
    {
        id = default;
        if (!MoveToNext((byte)'}'))
        {
            return false;
        }

        if (TryPassId(out long number))
        {
            PassColon();
            id = Kantata.IdValue.OfPositive(number);
        }
        else
        {
            id = IdOf(ReadName());
        }

        return true;
    }

    /// <summary>Moves to the next item; false behind the end of the array.</summary>
    internal bool NextItem() => MoveToNext((byte)']');

    /// <summary>Passes over a value.</summary>
    internal void Skip()
    {
        if (TryPeekText(out ReadOnlySpan<byte> text))
        {
            PassText(text);
            return;
        }

        int length = PlainNumber.ReadInt64(_rest, out _);
        if (length > 0)
        {
            _rest = _rest[length..];
            return;
        }

        if (TryNull() || TryPass("true"u8) || TryPass("false"u8))
        {
            return;
        }

        Utf8JsonReader value = General();
        value.Skip();
        Pass(in value);
    }

    /// <summary>The text that the cursor stands on, where it is one without escapes. The cursor stays.</summary>
    internal readonly bool TryPeekText(out ReadOnlySpan<byte> text)
    {
        if (Next == '"')
        {
            ReadOnlySpan<byte> rest = _rest[1..];
            int length = EndOfText(rest);
            if (length >= 0 && rest[length] == '"')
            {
                text = rest[..length];
                return true;
            }
        }

        text = default;
        return false;
    }

    /// <summary>Passes over a text that was peeked at.</summary>
    internal void PassText(ReadOnlySpan<byte> text) => _rest = _rest[(text.Length + 2)..];

    /// <summary>Tells that the value which the cursor stands on is not what was said.</summary>
    /// <exception cref="JsonException">It is no value at all.</exception>
    internal readonly JsonValueException Unreadable(string said)
    {
        Utf8JsonReader value = General();
        string found = value.TokenType switch
        {
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "a list",
            JsonTokenType.String => "another text",
            JsonTokenType.Number => "another number",
            JsonTokenType.True or JsonTokenType.False => "a truth value",
            _ => "null",
        };
        return new JsonValueException($"{said} was said, and {found} came", Position);
    }

    // At the end of the bytes a byte that begins, parts and ends nothing.
    private readonly byte Next => _rest.IsEmpty ? (byte)0 : _rest[0];

    // Most texts are so short that they end within one block.
    private static int EndOfText(ReadOnlySpan<byte> text)
    {
        if (text.Length >= Vector256<byte>.Count)
        {
            Vector256<byte> block = Vector256.Create(text);
            Vector256<byte> ends = Vector256.Equals(block, Vector256.Create((byte)'"'))
                | Vector256.Equals(block, Vector256.Create((byte)'\\'))
                | Vector256.LessThan(block, Vector256.Create((byte)' '));
            if (ends != Vector256<byte>.Zero)
            {
                return BitOperations.TrailingZeroCount(ends.ExtractMostSignificantBits());
            }
        }

        return text.IndexOfAny(_textEnds);
    }

    private void PassBracket()
    {
        _rest = _rest[1..];
        _atStart = true;
    }

    private void SkipWhiteSpace()
    {
        // What is above a space is none, and nearly always there.
        if (Next <= (byte)' ')
        {
            PassWhiteSpace();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void PassWhiteSpace()
    {
        int length = 0;
        while (length < _rest.Length && _rest[length] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            length++;
        }

        _rest = _rest[length..];
    }

    private bool TryBegin(byte bracket, string said)
    {
        if (Next == bracket)
        {
            Enter();
            return true;
        }

        return TryNull() ? false : throw Unreadable(said);
    }

    // Over the comma to the next member or item, or over the bracket that ends them.
    private bool MoveToNext(byte bracket)
    {
        SkipWhiteSpace();
        byte next = Next;
        bool isFirst = _atStart;
        _atStart = false;
        if (next == bracket)
        {
            _rest = _rest[1..];
            _depth--;
            return false;
        }

        if (!isFirst)
        {
            if (next != ',')
            {
                throw NotJson();
            }

            _rest = _rest[1..];
            SkipWhiteSpace();
        }

        return true;
    }

    private ReadOnlySpan<byte> ReadName()
    {
        if (TryPeekText(out ReadOnlySpan<byte> name))
        {
            PassText(name);
        }
        else if (Next == '"')
        {
            Utf8JsonReader value = General();
            name = Unescape(in value);
            Pass(in value);
        }
        else
        {
            throw NotJson();
        }

        PassColon();
        return name;
    }

    private void PassColon()
    {
        SkipWhiteSpace();
        if (Next != ':')
        {
            throw NotJson();
        }

        _rest = _rest[1..];
        SkipWhiteSpace();
    }

    private bool TryNull() => TryPass("null"u8);

    private bool TryPass(ReadOnlySpan<byte> literal)
    {
        if (!_rest.StartsWith(literal))
        {
            return false;
        }

        _rest = _rest[literal.Length..];
        return true;
    }

    /// <summary>The general reader, on the first token of the value that the cursor stands on.</summary>
    private readonly Utf8JsonReader General()
    {
        if (Next is (byte)'{' or (byte)'[')
        {
            CheckDepth();
        }

        // To the reader a depth of 0 is its default; where none is left the value is a scalar, and any depth is right.
        Utf8JsonReader value = new(_rest, new JsonReaderOptions { MaxDepth = Math.Max(1, MaxDepth - _depth) });
        value.Read();
        return value;
    }

    private void Pass(scoped ref readonly Utf8JsonReader value) => _rest = _rest[(int)value.BytesConsumed..];

    private readonly ReadOnlySpan<byte> Unescape(scoped ref readonly Utf8JsonReader text)
    {
        if (!text.ValueIsEscaped)
        {
            return text.ValueSpan;
        }

        byte[] unescaped = new byte[text.ValueSpan.Length];
        try
        {
            return unescaped.AsSpan(0, text.CopyString(unescaped));
        }
        catch (InvalidOperationException e)
        {
            throw NotUnicode(e);
        }
    }

    private readonly string Decode(ReadOnlySpan<byte> text)
    {
        try
        {
            return _context.Texts.StringOf(text);
        }
        catch (DecoderFallbackException e)
        {
            throw NotUnicode(e);
        }
    }

    // The text that the cursor stands on, without escapes and of this length.
    private readonly string DecodeNext(int length)
    {
        try
        {
            return _context.Texts.StringAt(_rest, length);
        }
        catch (DecoderFallbackException e)
        {
            throw NotUnicode(e);
        }
    }

    private readonly string StringOf(scoped ref readonly Utf8JsonReader text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw NotUnicode(e);
        }
    }

    private readonly JsonValueException NotUnicode(Exception e) => new("a text that is not Unicode", Position, e);

    // Tells that a value which was passed is not what was said.
    private JsonValueException UnreadableAt(int position, string said)
    {
        _rest = _json[position..];
        return Unreadable(said);
    }

    private readonly void CheckDepth()
    {
        if (_depth == MaxDepth)
        {
            throw TooDeep();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly JsonException TooDeep() => new($"Byte {Position} begins what nests deeper than {MaxDepth}.");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly JsonException NotJson() => new($"Byte {Position} is not what may follow in JSON.");
}
