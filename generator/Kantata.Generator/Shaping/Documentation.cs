using System.Text;

namespace Kantata.Generator.Shaping;

/// <summary>
/// Builds the XML of a documentation comment, in lines without the slashes. Text of documents is escaped here and nowhere
/// else: whatever it holds, it stays text.
/// </summary>
internal sealed class Documentation
{
    // A longer label or address is no link that people write, and looking further would cost time in the square of the text.
    private const int LongestLabel = 200;
    private const int LongestAddress = 2000;

    private readonly StringBuilder _lines = new();

    public Documentation Summary(string text) => Element("summary", text);

    public Documentation Returns(string text) => Element("returns", text);

    public Documentation Remarks(string text) => Element("remarks", text);

    public Documentation Parameter(string name, string text)
    {
        string unescaped = name.Length > 0 && name[0] == '@' ? name.Substring(1) : name;
        return Line($"<param name=\"{unescaped}\">{Inline(text)}</param>");
    }

    /// <summary>An exception of the runtime or of .NET; <paramref name="type"/> is code, not text.</summary>
    public Documentation Exception(string type, string text) => Line($"<exception cref=\"{type}\">{Inline(text)}</exception>");

    public override string ToString() => _lines.ToString();

    private Documentation Element(string name, string text) => text.Length == 0 ? this : Line($"<{name}>{Inline(text)}</{name}>");

    private Documentation Line(string line)
    {
        if (_lines.Length > 0)
        {
            _lines.Append('\n');
        }

        _lines.Append(line);
        return this;
    }

    /// <summary>Text in one line: white space folded, names in backticks as code, Markdown links as their text.</summary>
    private static string Inline(string text)
    {
        StringBuilder result = new(text.Length + 16);
        bool pendingBlank = false;
        bool inCode = false;
        int codeEnd = text.LastIndexOf('`');
        for (int index = 0; index < text.Length; index++)
        {
            char character = text[index];
            if (char.IsWhiteSpace(character) || char.IsControl(character))
            {
                pendingBlank = result.Length > 0;
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

        return inCode ? result.Append("</c>").ToString() : result.ToString();
    }

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
