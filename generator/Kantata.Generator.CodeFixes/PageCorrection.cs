using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kantata.Generator.Shaping;
using Kantata.Spec;
using Kantata.Spec.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Kantata.Generator.CodeFixes;

/// <summary>What to change in a page so that a fault is gone, where that is obvious.</summary>
/// <param name="Title">What the change is called.</param>
/// <param name="Find">The change for a fault at a place of a text; null where it is not obvious.</param>
internal sealed record PageCorrection(string Title, Func<SourceText, TextSpan, TextChange?> Find)
{
    private const string ItemStart = "  - ";

    // One letter too many, too few or wrong, or two that changed places.
    private const int FarthestMisspelling = 2;

    private static readonly string[] s_types = ["string", "integer", "number", "boolean", "object", "array", "map", "file", "any"];
    private static readonly string[] s_typesAndPlurals = [.. s_types, .. s_types.Take(5).Select(type => type + "s")];
    private static readonly string[] s_modifiers = ["required", "nullable", "deprecated"];

    private static readonly Regex s_word = new("[A-Za-z][A-Za-z-]*", RegexOptions.CultureInvariant);
    private static readonly Regex s_unclosedName = new(@"^  - `[\w.*-]+(?= *\()", RegexOptions.CultureInvariant);
    private static readonly Regex s_address = new("^https?://[^/]+(/api/v[0-9]+)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    private static readonly Regex s_response = new("^(response|returns) ?(?<status>[0-9]{3})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>The corrections by the ids of the faults.</summary>
    public static ImmutableSortedDictionary<string, PageCorrection> All { get; } = new (SpecDescriptor Fault, PageCorrection Correction)[]
    {
        (SpecDescriptors.UnreadableEndpoint, new("Write it as a method and a path", WriteEndpoint)),
        (SpecDescriptors.NoTitle, new("Make it the title", WriteTitle)),
        (SpecDescriptors.UnknownSection, new("Write it as the section that it seems to mean", WriteSection)),
        (SpecDescriptors.NoType, new("Add '(string)'", AddType)),
        (SpecDescriptors.UnknownType, new("Write the type that it seems to mean", WriteType)),
        (SpecDescriptors.DoubledItem, new("Remove the second one", RemoveItem)),
        (SpecDescriptors.UnreadableItem, new("Close the name", CloseName)),
        (SpecDescriptors.UnreadableEntry, new("Write it as a method and a path", (text, span) => WriteEndpoint(text.ToString(span), span))),
        (SpecDescriptors.UnknownModifier, new("Write the word that it seems to mean, or remove it", WriteModifiers)),
        (SpecDescriptors.WrongIndentation, new("Indent it by two blanks", Indent)),
    }.ToImmutableSortedDictionary(pair => pair.Fault.Id, pair => pair.Correction, StringComparer.Ordinal);

    private static TextChange? WriteEndpoint(SourceText text, TextSpan span)
    {
        TextLine line = text.Lines.GetLineFromPosition(span.Start);
        int start = line.ToString().IndexOf(':') + 1;
        string endpoint = line.ToString().Substring(start);
        int blanks = endpoint.Length - endpoint.TrimStart().Length;
        return WriteEndpoint(endpoint, TextSpan.FromBounds(line.Start + start + blanks, line.End));
    }

    private static TextChange? WriteEndpoint(string endpoint, TextSpan span)
    {
        string[] words = endpoint.Replace("`", "").Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (words is not [var word, var address])
        {
            return null;
        }

        string path = s_address.Replace(address, "");
        string corrected = $"{word} {(path.StartsWith("/", StringComparison.Ordinal) ? path : "/" + path)}";
        return EndpointLine.TryRead(corrected.AsSpan(), out string method, out path) ? new TextChange(span, $"{method} {path}") : null;
    }

    private static TextChange? WriteTitle(SourceText text, TextSpan span)
    {
        TextLine line = text.Lines.GetLineFromPosition(span.Start);
        string heading = line.ToString().TrimStart();
        string title = heading.TrimStart('#').Trim();
        return heading.StartsWith("#", StringComparison.Ordinal) && title.Length > 0 ? new TextChange(line.Span, "# " + title) : null;
    }

    private static TextChange? WriteSection(SourceText text, TextSpan span)
    {
        TextLine line = text.Lines.GetLineFromPosition(span.Start);
        string title = line.ToString().TrimStart('#', ' ');
        string? section = title.StartsWith("Path", StringComparison.OrdinalIgnoreCase) ? "Path parameters"
            : title.StartsWith("Query", StringComparison.OrdinalIgnoreCase) ? "Query parameters"
            : title.StartsWith("Request", StringComparison.OrdinalIgnoreCase) ? "Request fields (application/json)"
            : s_response.Match(title) is { Success: true } response ? $"Response {response.Groups["status"].Value} fields (application/json)"
            : null;
        return section is null ? null : new TextChange(line.Span, $"## {section}:");
    }

    private static TextChange? AddType(SourceText text, TextSpan span)
    {
        TextLine line = text.Lines.GetLineFromPosition(span.Start);
        if (!line.ToString().StartsWith(ItemStart, StringComparison.Ordinal))
        {
            return null;
        }

        int afterName = span.End + 1;
        string rest = text.ToString(TextSpan.FromBounds(afterName, line.End));
        string trimmed = rest.TrimStart();
        int removed = trimmed.StartsWith("(", StringComparison.Ordinal) ? rest.IndexOf(')') + 1 : 0;
        return new TextChange(new TextSpan(afterName, removed), " (string)");
    }

    private static TextChange? WriteType(SourceText text, TextSpan span)
    {
        string declared = text.ToString(span);
        int end = declared.IndexOf(',') is var comma and >= 0 ? comma : declared.Length;
        string corrected = s_word.Replace(declared.Substring(0, end), word => IsPartOfType(word.Value) ? word.Value : Nearest(word.Value, s_typesAndPlurals) ?? word.Value)
            + declared.Substring(end);
        ItemType.Read(corrected.AsSpan(), out _, out bool isTypeUnknown);
        return isTypeUnknown || corrected == declared ? null : new TextChange(span, corrected);
    }

    private static bool IsPartOfType(string word)
    {
        ItemType.Read(word.AsSpan(), out string? unknown, out _);
        return unknown is null || word is "of" or "or" or "null" or "list" || s_typesAndPlurals.Contains(word);
    }

    private static TextChange? WriteModifiers(SourceText text, TextSpan span)
    {
        string[] parts = [.. text.ToString(span).Split(',').Select(part => part.Trim())];
        IEnumerable<string> kept = parts.Skip(1).Select(word => IsModifier(word) ? word : Nearest(word, s_modifiers)).OfType<string>();
        return new TextChange(span, string.Join(", ", kept.Distinct(StringComparer.OrdinalIgnoreCase).Prepend(parts[0])));
    }

    private static bool IsModifier(string word)
    {
        ItemType.Read(("string," + word).AsSpan(), out string? unknown, out _);
        return unknown is null;
    }

    private static string? Nearest(string word, string[] known)
    {
        IGrouping<int, string> nearest = known
            .GroupBy(candidate => EditDistance.Between(word.ToLowerInvariant(), candidate))
            .OrderBy(alike => alike.Key)
            .First();
        return nearest.ToArray() is [var only] && nearest.Key <= Math.Min(FarthestMisspelling, only.Length / 3) ? only : null;
    }

    /// <summary>Removes an item with the text that belongs to it: what is indented more than it, up to the next line that is not.</summary>
    private static TextChange? RemoveItem(SourceText text, TextSpan span)
    {
        TextLine first = text.Lines.GetLineFromPosition(span.Start);
        int end = first.LineNumber + 1;
        if (first.ToString().StartsWith(ItemStart, StringComparison.Ordinal))
        {
            while (end < text.Lines.Count && IsTextOfItem(text.Lines[end].ToString()))
            {
                end++;
            }
        }

        int endOfRemoved = end < text.Lines.Count ? text.Lines[end].Start : text.Length;
        return new TextChange(TextSpan.FromBounds(first.Start, endOfRemoved), "");
    }

    private static bool IsTextOfItem(string line) => string.IsNullOrWhiteSpace(line) || line.StartsWith("    ", StringComparison.Ordinal);

    private static TextChange? CloseName(SourceText text, TextSpan span)
    {
        TextLine line = text.Lines.GetLineFromPosition(span.Start);
        Match name = s_unclosedName.Match(line.ToString());
        return name.Success ? new TextChange(new TextSpan(line.Start + name.Length, 0), "`") : null;
    }

    private static TextChange? Indent(SourceText text, TextSpan span)
    {
        TextLine line = text.Lines.GetLineFromPosition(span.Start);
        string content = line.ToString().TrimStart();
        return new TextChange(TextSpan.FromBounds(line.Start, line.End - content.Length), ItemStart.Substring(0, 2));
    }
}
