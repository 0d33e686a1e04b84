using System.Text;

namespace Kantata.Spec.Operations;

/// <summary>
/// Gathers the lines of a text: without the blanks at their ends, without blank lines before and after, and with one blank
/// line where there are several, so that only what a reader sees makes a difference.
/// </summary>
internal sealed class TextLines(string text)
{
    private readonly StringBuilder _gathered = new();
    private bool _afterBlankLine;
    private bool _inFence;

    // Most texts have one line, which needs no copy but the last.
    private int _onlyStart;
    private int _onlyLength;

    /// <summary>Whether nothing but blank lines came.</summary>
    public bool IsEmpty => _onlyLength == 0 && _gathered.Length == 0;

    /// <summary>Adds a part of the text, of one line.</summary>
    public void Add(int start, int length)
    {
        ReadOnlySpan<char> line = text.AsSpan(start, length);
        ReadOnlySpan<char> trimmed = line.TrimStart();
        if (trimmed.IsEmpty)
        {
            _afterBlankLine = !IsEmpty;
            return;
        }

        // Outside of code the blanks before a line mean nothing: they come from how the page was made.
        bool isFence = trimmed.StartsWith("```".AsSpan(), StringComparison.Ordinal);
        if (!_inFence || isFence)
        {
            start += line.Length - trimmed.Length;
            line = trimmed;
        }

        _inFence ^= isFence;
        length = line.TrimEnd().Length;

        if (IsEmpty)
        {
            (_onlyStart, _onlyLength) = (start, length);
            return;
        }

        if (_onlyLength > 0)
        {
            _gathered.Append(text, _onlyStart, _onlyLength);
            _onlyLength = 0;
        }

        _gathered.Append(_afterBlankLine ? "\n\n" : "\n").Append(text, start, length);
        _afterBlankLine = false;
    }

    /// <summary>The text so far, and begins anew.</summary>
    public string Take()
    {
        string taken = _onlyLength > 0 ? text.Substring(_onlyStart, _onlyLength) : _gathered.ToString();
        _gathered.Clear();
        _onlyLength = 0;
        _afterBlankLine = false;
        _inFence = false;
        return taken;
    }
}
