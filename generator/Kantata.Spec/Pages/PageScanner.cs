using System.Runtime.CompilerServices;
using Kantata.Spec.Operations;

namespace Kantata.Spec.Pages;

/// <summary>Takes a page apart in one pass over its text.</summary>
internal sealed class PageScanner(string text, DiagnosticList diagnostics, List<ElementPosition>? positions)
{
    private readonly OperationContent _page = new();
    private readonly TextLines _lines = new(text);
    private readonly HashSet<string> _sections = new(StringComparer.Ordinal);

    private SectionKind _section = SectionKind.Head;
    private string _sectionPath = "";
    private List<ContentItem>? _items;
    private ContentItem? _item;
    private ContentAssociation? _association;
    private bool _hasResponse;
    private bool _isInFence;

    /// <summary>Whether the head of the page has lines such as an index page has.</summary>
    public bool HasEntries { get; private set; }

    /// <summary>Whether there is an Endpoint line, be it readable or not.</summary>
    public bool HasEndpointLine { get; private set; }

    /// <summary>Where the title stands.</summary>
    public TextPlace TitlePlace { get; private set; } = TextPlace.Start;

    [MethodImpl(JustInTime.Optimized)]
    public OperationContent Scan()
    {
        var cursor = new LineCursor(text);
        TextPlace last = TextPlace.Start;
        string? cutOff = null;
        while (cursor.Read())
        {
            ReadOnlySpan<char> line = cursor.Line;
            cutOff = null;
            if (SectionHeading.TryRead(line, out SectionHeading heading) && !(heading.Kind == SectionKind.Unknown && _isInFence))
            {
                BeginSection(heading, cursor);
            }
            else if (_section == SectionKind.Head)
            {
                ReadHeadLine(cursor);
                cutOff = cursor.IsEnded ? null : UnfinishedText(line);
            }
            else if (ItemLine.Begins(line))
            {
                cutOff = ReadItemLine(cursor);
            }
            else
            {
                ReadTextLine(cursor);
                cutOff = cursor.IsEnded ? null : UnfinishedText(line);
            }

            _isInFence ^= line.TrimStart().StartsWith("```".AsSpan(), StringComparison.Ordinal);
            if (!line.IsWhiteSpace())
            {
                last = cursor.Place();
            }
        }

        EndText();
        if (_page.Method.Length > 0)
        {
            cutOff ??= _hasResponse ? null : "it has no section about a response";
            if (cutOff is not null)
            {
                diagnostics.Add(SpecDescriptors.PageCutOff, last, cutOff);
            }
        }

        return _page;
    }

    private void BeginSection(SectionHeading heading, LineCursor cursor)
    {
        EndText();
        _item = null;
        _section = heading.Kind;
        _items = null;

        if (heading.Kind == SectionKind.Unknown)
        {
            diagnostics.Add(SpecDescriptors.UnknownSection, cursor.Place(), cursor.Line.Trim().ToString());
            return;
        }

        _sectionPath = heading.Path;
        if (!_sections.Add(_sectionPath))
        {
            diagnostics.Add(SpecDescriptors.DoubledSection, cursor.Place(), cursor.Line.Trim().ToString());
        }

        switch (heading.Kind)
        {
            case SectionKind.PathParameters:
                _items = _page.PathParameters;
                break;
            case SectionKind.QueryParameters:
                _items = _page.QueryParameters;
                break;
            case SectionKind.RequestFields:
                _items = _page.RequestFields;
                _page.RequestMediaType = heading.MediaType.ToString();
                break;
            default:
                BeginResponse(heading);
                break;
        }
    }

    // Errors have one form everywhere, which the runtime knows: only the response that means success is kept.
    private void BeginResponse(SectionHeading heading)
    {
        _hasResponse = true;
        if (heading.Status is >= 200 and < 300 && (_page.Status ?? heading.Status) == heading.Status)
        {
            _page.Status = heading.Status;
            _page.ResponseMediaType = heading.MediaType.ToString();
            _items = _page.ResponseFields;
        }
    }

    private void ReadHeadLine(LineCursor cursor)
    {
        ReadOnlySpan<char> line = cursor.Line;
        if (_page.Title.Length == 0 && line.StartsWith("# ".AsSpan(), StringComparison.Ordinal))
        {
            _page.Title = line[2..].Trim().ToString();
            TitlePlace = cursor.Place();
            positions?.Add(new ElementPosition("", "title", TitlePlace));
            return;
        }

        if (StartsWithLabel(line, "Endpoint:") && !HasEndpointLine)
        {
            HasEndpointLine = true;
            ReadEndpoint(line["Endpoint:".Length..], cursor);
            return;
        }

        if (StartsWithLabel(line, "Version:") && HasEndpointLine)
        {
            return;
        }

        if (_page.Title.Length == 0 && _lines.IsEmpty && !line.IsWhiteSpace())
        {
            diagnostics.Add(SpecDescriptors.NoTitle, cursor.Place());
        }

        HasEntries |= IndexPageReader.IsEntry(line);
        _lines.Add(cursor.Start, line.Length);
    }

    private void ReadEndpoint(ReadOnlySpan<char> endpoint, LineCursor cursor)
    {
        if (EndpointLine.TryRead(endpoint, out string method, out string path))
        {
            _page.Method = method;
            _page.Path = path;
            TextPlace place = cursor.Place();
            _page.EndpointPlace = place;
            positions?.Add(new ElementPosition("", "endpoint", place));
        }
        else
        {
            diagnostics.Add(SpecDescriptors.UnreadableEndpoint, cursor.Place(), endpoint.Trim().ToString());
        }
    }

    private string? ReadItemLine(LineCursor cursor)
    {
        EndText();
        ItemLine line = ItemLine.Read(cursor.Line);
        TextPlace place = cursor.Place(line.NameStart, line.Name.Length);
        string? cutOff = cursor.IsEnded || line.IsComplete ? null : "its last item has no end";
        if (line.Name.IsWhiteSpace() || (!line.IsComplete && !line.HasType))
        {
            _item = null;
            if (cutOff is null)
            {
                diagnostics.Add(SpecDescriptors.UnreadableItem, cursor.Place());
            }

            return cutOff;
        }

        ItemType type = ReadType(line, place, cursor, isCutOff: cutOff is not null);
        if (_items is null)
        {
            // Of errors and unknown sections only the form is checked.
            _item = null;
            return cutOff;
        }

        _item = new ContentItem(line.Name.ToString(), type, place);
        _items.Add(_item);
        positions?.Add(new ElementPosition(_sectionPath, _item.Name, place));
        if (line.RestStart < cursor.Line.Length)
        {
            ReadOnlySpan<char> rest = cursor.Line[line.RestStart..];
            int skipped = rest.Length - rest.TrimStart(" \t-:".AsSpan()).Length;
            _lines.Add(cursor.Start + line.RestStart + skipped, rest.Length - skipped);
        }

        return cutOff;
    }

    private ItemType ReadType(ItemLine line, TextPlace place, LineCursor cursor, bool isCutOff)
    {
        if (!line.HasType)
        {
            diagnostics.Add(SpecDescriptors.NoType, place, line.Name.ToString());
            return default;
        }

        ItemType type = ItemType.Read(line.Type, out string? unknown, out bool isTypeUnknown);
        if (unknown is not null && !isCutOff)
        {
            if (isTypeUnknown && unknown.Length == 0)
            {
                diagnostics.Add(SpecDescriptors.NoType, place, line.Name.ToString());
            }
            else
            {
                diagnostics.Add(
                    isTypeUnknown ? SpecDescriptors.UnknownType : SpecDescriptors.UnknownModifier,
                    cursor.Place(line.TypeStart, line.Type.Length),
                    line.Name.ToString(),
                    unknown);
            }
        }

        return type;
    }

    private void ReadTextLine(LineCursor cursor)
    {
        if (_item is null)
        {
            CheckIndentation(cursor);
            return;
        }

        if (_section == SectionKind.QueryParameters
            && _item.Name is "include" or "optional_fields"
            && AssociationLine.TryRead(cursor.Line, out AssociationLine line))
        {
            EndText();
            TextPlace place = cursor.Place(line.NameStart, line.Name.Length);
            _association = new ContentAssociation(line.Name.ToString(), line.Type.ToString(), place);
            (_item.Associations ??= []).Add(_association);
            positions?.Add(new ElementPosition(_sectionPath, _item.Name + "/" + _association.Name, place));
            _lines.Add(cursor.Start + line.TextStart, cursor.Line.Length - line.TextStart);
            return;
        }

        CheckIndentation(cursor);
        _lines.Add(cursor.Start, cursor.Line.Length);
    }

    // "- `name` (…)" after one blank, three blanks or a tab is neither an item nor a list of markdown
    private void CheckIndentation(LineCursor cursor)
    {
        ReadOnlySpan<char> line = cursor.Line;
        int indentation = line.Length - line.TrimStart().Length;
        if ((indentation is 1 or 3 || (indentation > 0 && line[0] == '\t'))
            && line[indentation..].StartsWith("- `".AsSpan(), StringComparison.Ordinal)
            && line.IndexOf("` (".AsSpan(), StringComparison.Ordinal) > 0)
        {
            diagnostics.Add(SpecDescriptors.WrongIndentation, cursor.Place());
        }
    }

    // What was gathered belongs to what it follows.
    private void EndText()
    {
        _isInFence = false;
        if (_lines.IsEmpty)
        {
            _association = null;
            return;
        }

        string gathered = _lines.Take();
        if (_section == SectionKind.Head)
        {
            _page.Description = gathered;
        }
        else if (_association is not null)
        {
            _association.Text = gathered;
        }
        else if (_item is not null)
        {
            _item.Text = gathered;
        }

        _association = null;
    }

    private static string? UnfinishedText(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd();
        return line.Length > 0 && char.IsLetterOrDigit(line[^1]) ? "its last sentence has no end" : null;
    }

    private static bool StartsWithLabel(ReadOnlySpan<char> line, string label) => line.StartsWith(label.AsSpan(), StringComparison.Ordinal);
}
