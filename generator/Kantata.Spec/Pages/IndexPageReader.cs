using Kantata.Spec.Collections;
using Kantata.Spec.Operations;

namespace Kantata.Spec.Pages;

/// <summary>
/// Reads a page that lists the operations of a resource: a title, prose, and for each operation a heading and a line of the
/// form <c> - [GET /path](address): prose</c>.
/// </summary>
internal static class IndexPageReader
{
    /// <summary>Whether a line names an operation and links to its page.</summary>
    public static bool IsEntry(ReadOnlySpan<char> line) => TryTakeLink(line, out _, out _);

    public static IndexPage Read(SpecFile file, DiagnosticList diagnostics, List<ElementPosition>? positions)
    {
        var lines = new TextLines(file.Text);
        var entries = new List<IndexEntry>();
        string title = "";
        string description = "";
        string heading = "";
        string? operation = null;

        var cursor = new LineCursor(file.Text);
        while (cursor.Read())
        {
            ReadOnlySpan<char> line = cursor.Line;
            if (title.Length == 0 && line.StartsWith("# ".AsSpan(), StringComparison.Ordinal))
            {
                title = line[2..].Trim().ToString();
            }
            else if (line.StartsWith("## ".AsSpan(), StringComparison.Ordinal))
            {
                EndText();
                heading = line[3..].Trim().ToString();
            }
            else if (TryTakeLink(line, out ReadOnlySpan<char> endpoint, out int textStart))
            {
                EndText();
                int start = line.IndexOf(endpoint, StringComparison.Ordinal);
                TextPlace place = cursor.Place(start, endpoint.Length);
                if (EndpointLine.TryRead(endpoint, out string method, out string path))
                {
                    operation = method + " " + path;
                    positions?.Add(new ElementPosition("", operation, place));
                    lines.Add(cursor.Start + textStart, line.Length - textStart);
                }
                else
                {
                    diagnostics.Add(SpecDescriptors.UnreadableEntry, place, endpoint.ToString());
                }
            }
            else
            {
                lines.Add(cursor.Start, line.Length);
            }
        }

        EndText();
        return new IndexPage(file.Name, file.Origin, title, description, entries.ToEquatableArray());

        void EndText()
        {
            string gathered = lines.Take();
            if (operation is not null)
            {
                entries.Add(new IndexEntry(operation, heading, gathered));
                operation = null;
            }
            else if (entries.Count == 0 && description.Length == 0)
            {
                description = gathered;
            }
        }
    }

    private static bool TryTakeLink(ReadOnlySpan<char> line, out ReadOnlySpan<char> endpoint, out int textStart)
    {
        endpoint = default;
        textStart = 0;
        int indentation = line.Length - line.TrimStart().Length;
        if (!line[indentation..].StartsWith("- [".AsSpan(), StringComparison.Ordinal))
        {
            return false;
        }

        int start = indentation + 3;
        int length = line[start..].IndexOf("](".AsSpan(), StringComparison.Ordinal);
        int addressLength = length < 0 ? -1 : line[(start + length)..].IndexOf(')');
        if (addressLength < 0)
        {
            return false;
        }

        endpoint = line.Slice(start, length).Trim();
        if (endpoint.IndexOf('/') < 0)
        {
            return false;
        }

        textStart = start + length + addressLength + 1;
        textStart += line[textStart..].Length - line[textStart..].TrimStart(" :".AsSpan()).Length;
        return true;
    }
}
