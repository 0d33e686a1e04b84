using System.Runtime.CompilerServices;
using System.Text;
using Kantata.Spec;

namespace Kantata.Generator.CSharp;

/// <summary>
/// A documentation comment: its elements, each with the ones before it. What the texts say is escaped here and nowhere else, when
/// the comment is written: whatever they hold, they stay text.
/// </summary>
internal sealed record Documentation
{
    // A longer label or address is no link that people write, and looking further would cost time in the square of the text.
    private const int LongestLabel = 200;
    private const int LongestAddress = 2000;

    private Documentation? Before { get; init; }

    private string Start { get; init; } = "";

    private string Text { get; init; } = "";

    private string End { get; init; } = "";

    public Documentation Summary(string text) => Element("<summary>", text, "</summary>");

    public Documentation Returns(string text) => Element("<returns>", text, "</returns>");

    public Documentation Remarks(string text) => Element("<remarks>", text, "</remarks>");

    public Documentation Parameter(string name, string text)
    {
        string unescaped = name.Length > 0 && name[0] == '@' ? name.Substring(1) : name;
        return Add($"<param name=\"{unescaped}\">", text, "</param>");
    }

    /// <summary>An exception of the runtime or of .NET; <paramref name="type"/> is code, not text.</summary>
    public Documentation Exception(string type, string text) => Add($"<exception cref=\"{type}\">", text, "</exception>");

    /// <summary>Writes the elements in lines, with <paramref name="prefix"/> before each.</summary>
    public void WriteTo(StringBuilder text, string prefix)
    {
        if (Before is null)
        {
            return;
        }

        if (Before.Before is not null)
        {
            Before.WriteTo(text, prefix);
            text.Append('\n');
        }

        text.Append(prefix).Append(Start);
        WriteText(text, Text);
        text.Append(End);
    }

    /// <summary>The elements in lines.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        WriteTo(text, "");
        return text.ToString();
    }

    private Documentation Element(string start, string text, string end) => text.Length == 0 ? this : Add(start, text, end);

    private Documentation Add(string start, string text, string end) => new() { Before = this, Start = start, Text = text, End = end };

    /// <summary>Text in one line: white space folded, names in backticks as code, Markdown links as their text.</summary>
    private static void WriteText(StringBuilder result, string text)
    {
        int start = result.Length;
        bool pendingBlank = false;
        bool inCode = false;
        int codeEnd = text.LastIndexOf('`');
        for (int index = 0; index < text.Length; index++)
        {
            int plain = PlainLength(text, index);
            if (plain > 0)
            {
                AppendBlank(result, ref pendingBlank);
                result.Append(text, index, plain);
                index += plain - 1;
                continue;
            }

            char character = text[index];
            if (char.IsWhiteSpace(character) || char.IsControl(character))
            {
                pendingBlank = result.Length > start;
                continue;
            }

            if (character == '[' && TryReadLink(text, index, out string label, out int end))
            {
                AppendBlank(result, ref pendingBlank);
                AppendEscaped(result, label);
                index = end;
                continue;
            }

            if (character == '`' && (inCode || index < codeEnd))
            {
                if (!inCode)
                {
                    AppendBlank(result, ref pendingBlank);
                }

                pendingBlank = pendingBlank && !inCode;
                inCode = !inCode;
                result.Append(inCode ? "<c>" : "</c>");
                continue;
            }

            AppendBlank(result, ref pendingBlank);
            AppendEscaped(result, text, ref index);
        }

        if (inCode)
        {
            result.Append("</c>");
        }
    }

    /// <summary>How many characters stand for themselves from <paramref name="start"/> on: words of ASCII with one blank between them.</summary>
    [MethodImpl(JustInTime.Optimized)]
    private static int PlainLength(string text, int start)
    {
        int end = start;
        while (end < text.Length && (IsPlain(text[end]) || (text[end] == ' ' && end > start && end + 1 < text.Length && IsPlain(text[end + 1]))))
        {
            end++;
        }

        return end - start;
    }

    private static bool IsPlain(char character) => character is > ' ' and < '\u007F' and not ('<' or '>' or '&' or '[' or '`');

    private static bool TryReadLink(string text, int start, out string label, out int end)
    {
        label = "";
        end = 0;
        int close = text.IndexOf(']', start, Math.Min(LongestLabel, text.Length - start));
        if (close < 0 || close + 1 >= text.Length || text[close + 1] != '(')
        {
            return false;
        }

        end = text.IndexOf(')', close, Math.Min(LongestAddress, text.Length - close));
        label = text.Substring(start + 1, close - start - 1);
        return end >= 0 && label.IndexOfAny(['[', '`', '\n', '\r']) < 0;
    }

    private static void AppendBlank(StringBuilder result, ref bool pendingBlank)
    {
        if (pendingBlank)
        {
            result.Append(' ');
            pendingBlank = false;
        }
    }

    private static void AppendEscaped(StringBuilder result, string text)
    {
        for (int index = 0; index < text.Length; index++)
        {
            AppendEscaped(result, text, ref index);
        }
    }

    private static void AppendEscaped(StringBuilder result, string text, ref int index)
    {
        char character = text[index];
        switch (character)
        {
            case '<':
                result.Append("&lt;");
                break;
            case '>':
                result.Append("&gt;");
                break;
            case '&':
                result.Append("&amp;");
                break;
            case '\u2028' or '\u2029' or '\u0085' or '\uFFFE' or '\uFFFF':
                result.Append(' ');
                break;
            default:
                if (char.IsHighSurrogate(character) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
                {
                    result.Append(character).Append(text[++index]);
                }
                else
                {
                    result.Append(char.IsSurrogate(character) || char.IsControl(character) ? '\uFFFD' : character);
                }

                break;
        }
    }
}
