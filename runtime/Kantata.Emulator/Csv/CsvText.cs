using System.Text;

namespace Kantata.Emulator.Csv;

/// <summary>Reads and writes comma-separated values as RFC 4180 describes them.</summary>
internal static class CsvText
{
    private static readonly char[] s_quoted = [',', '"', '\r', '\n'];

    /// <summary>The lines of a text, each with its cells.</summary>
    public static IEnumerable<List<string>> Read(string text)
    {
        List<string> line = [];
        StringBuilder cell = new();
        bool isQuoted = false;
        for (int index = 0; index < text.Length; index++)
        {
            char character = text[index];
            if (isQuoted && character == '"' && index + 1 < text.Length && text[index + 1] == '"')
            {
                cell.Append('"');
                index++;
            }
            else if (character == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (isQuoted || character is not (',' or '\r' or '\n'))
            {
                cell.Append(character);
            }
            else if (character != '\r')
            {
                EndCell();
                if (character == '\n')
                {
                    yield return line;
                    line = [];
                }
            }
        }

        if (line.Count > 0 || cell.Length > 0)
        {
            EndCell();
            yield return line;
        }

        void EndCell()
        {
            line.Add(cell.ToString());
            cell.Clear();
        }
    }

    /// <summary>Writes one line.</summary>
    public static void Write(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(',', cells.Select(cell => cell.IndexOfAny(s_quoted) < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");
}
