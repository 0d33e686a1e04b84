using System.Globalization;
using System.Text;

namespace Kantata.Spec;

/// <summary>Words faults. What it quotes comes from documents, and is shown on one line and no longer than anyone reads.</summary>
internal static class DiagnosticText
{
    private const int LongestQuotation = 200;

    public static string Format(SpecDescriptor descriptor, object[] arguments)
        => string.Format(CultureInfo.InvariantCulture, descriptor.MessageFormat, [.. arguments.Select(argument => Shown(argument.ToString() ?? ""))]);

    private static string Shown(string text)
    {
        int length = Math.Min(text.Length, LongestQuotation);
        var shown = new StringBuilder(length + 1);
        foreach (char c in text.AsSpan(0, length))
        {
            shown.Append(char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        }

        return text.Length > length ? shown.Append('\u2026').ToString() : shown.ToString();
    }
}
