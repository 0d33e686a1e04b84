using System.Runtime.CompilerServices;

namespace Kantata.Spec.Operations;

/// <summary>Goes through a text line by line, whatever ends its lines, without copying any of it. Lines end where the compiler says that they do, so that places in them are places in editors.</summary>
internal ref struct LineCursor
{
    private const string LineEnds = "\n\r\u0085\u2028\u2029";

    private readonly ReadOnlySpan<char> _text;
    private int _next;

    public LineCursor(string text)
    {
        _text = text.AsSpan();
        _next = _text.Length > 0 && _text[0] == '\uFEFF' ? 1 : 0;
    }

    /// <summary>The number of the current line, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Where the current line begins in the text.</summary>
    public int Start { get; private set; }

    /// <summary>The current line without what ends it.</summary>
    public readonly ReadOnlySpan<char> Line => _text.Slice(Start, Length);

    /// <summary>Whether something ends the current line, rather than the text.</summary>
    public bool IsEnded { get; private set; }

    private int Length { get; set; }

    /// <summary>Goes to the next line; false at the end of the text.</summary>
    [MethodImpl(JustInTime.Optimized)]
    public bool Read()
    {
        if (_next >= _text.Length)
        {
            return false;
        }

        Number++;
        Start = _next;
        int length = _text[Start..].IndexOfAny(LineEnds.AsSpan());
        if (length < 0)
        {
            IsEnded = false;
            Length = _text.Length - Start;
            _next = _text.Length;
            return true;
        }

        IsEnded = true;
        Length = length;
        int end = Start + length;
        _next = _text[end] == '\r' && end + 1 < _text.Length && _text[end + 1] == '\n' ? end + 2 : end + 1;
        return true;
    }

    /// <summary>The place of a part of the current line.</summary>
    public readonly TextPlace Place(int start, int length) => new(Number, start + 1, start + length + 1);

    /// <summary>The place of the current line without the blanks around it.</summary>
    public readonly TextPlace Place()
    {
        ReadOnlySpan<char> line = Line;
        int start = line.Length - line.TrimStart().Length;
        return Place(start, line.Trim().Length);
    }
}
