using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Kantata.Analyzers.Tests.Testing;

/// <summary>Code in which <c>[|…|]</c> marks what a rule finds.</summary>
internal sealed record MarkedCode(string Text, IReadOnlyList<TextSpan> Spans)
{
    private const string Opening = "[|";
    private const string Closing = "|]";

    public static MarkedCode Parse(string code)
    {
        StringBuilder text = new(code.Length);
        List<TextSpan> spans = [];
        Stack<int> open = [];
        for (int i = 0; i < code.Length; i++)
        {
            if (string.CompareOrdinal(code, i, Opening, 0, Opening.Length) == 0)
            {
                open.Push(text.Length);
                i++;
            }
            else if (string.CompareOrdinal(code, i, Closing, 0, Closing.Length) == 0)
            {
                spans.Add(TextSpan.FromBounds(open.Pop(), text.Length));
                i++;
            }
            else
            {
                text.Append(code[i]);
            }
        }

        return new MarkedCode(text.ToString(), [.. spans.Order()]);
    }

    /// <summary>Writes the marks into code.</summary>
    public static string Mark(string text, IEnumerable<TextSpan> spans)
    {
        StringBuilder marked = new(text);
        foreach ((int position, string mark) in spans
            .SelectMany(span => new[] { (span.Start, Opening), (span.End, Closing) })
            .OrderByDescending(mark => mark.Item1)
            .ThenBy(mark => mark.Item2 == Opening ? 1 : 0))
        {
            marked.Insert(position, mark);
        }

        return marked.ToString();
    }
}
