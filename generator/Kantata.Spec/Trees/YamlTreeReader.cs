using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Kantata.Spec.Trees;

/// <summary>Reads YAML into a tree, with the types of its core schema.</summary>
internal sealed class YamlTreeReader
{
    private readonly DiagnosticList _diagnostics;
    private readonly List<ElementPosition>? _elements;
    private readonly Parser _parser;

    private YamlTreeReader(string text, bool keepsPositions, DiagnosticList diagnostics)
    {
        _diagnostics = diagnostics;
        _elements = keepsPositions ? [] : null;
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>Reads a text; null, and a diagnostic, where it does not parse.</summary>
    public static DocumentTree? TryRead(string text, bool keepsPositions, DiagnosticList diagnostics)
    {
        var reader = new YamlTreeReader(text, keepsPositions, diagnostics);
        try
        {
            return new DocumentTree(reader.ReadDocument(), reader._elements);
        }
        catch (YamlException exception)
        {
            // It begins where the reader began to look, which may be lines before what it did not expect.
            Mark start = exception.End.Line > exception.Start.Line ? exception.End : exception.Start;
            diagnostics.Add(SpecDescriptors.InvalidYaml, Place(start, exception.End), exception.Message);
            return null;
        }
#pragma warning disable CA1031 // the scanner throws exceptions of other types at some texts; whatever it is, it is reported
        catch (Exception exception)
#pragma warning restore CA1031
        {
            TextPlace place = reader._parser.Current is { } last ? Place(last.Start, last.End) : TextPlace.Start;
            diagnostics.Add(SpecDescriptors.InvalidYaml, place, exception.Message);
            return null;
        }
    }

    private JsonNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            return null;
        }

        _parser.Consume<DocumentStart>();
        JsonNode? root = ReadNode("", 0);
        _parser.Consume<DocumentEnd>();
        return root;
    }

    private JsonNode? ReadNode(string path, int level)
    {
        if (level > DocumentTree.MostLevels)
        {
            throw new YamlException(_parser.Current!.Start, _parser.Current.End, "It is nested too deeply.");
        }

        switch (_parser.Current)
        {
            case MappingStart:
                return ReadMapping(path, level);
            case SequenceStart:
                return ReadSequence(path, level);
            case Scalar scalar:
                _parser.MoveNext();
                return ReadScalar(scalar);
            default:
                // An alias may stand for more than the whole document has (and for itself); no document of ours needs one.
                ParsingEvent current = _parser.Current!;
                throw new YamlException(current.Start, current.End, "Aliases are not read.");
        }
    }

    private JsonObject ReadMapping(string path, int level)
    {
        _parser.Consume<MappingStart>();
        var mapping = new JsonObject();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            Scalar key = _parser.Accept<Scalar>(out Scalar? scalar)
                ? scalar
                : throw new YamlException(_parser.Current!.Start, _parser.Current.End, "A key must be a plain word.");
            _parser.MoveNext();
            TextPlace place = Place(key.Start, key.End);
            JsonNode? value = ReadNode(PathInto(path, key.Value), level + 1);
            if (mapping.ContainsKey(key.Value))
            {
                _diagnostics.Add(SpecDescriptors.DoubledKey, place, key.Value);
                continue;
            }

            mapping.Add(key.Value, value);
            _elements?.Add(new ElementPosition(path, key.Value, place));
        }

        return mapping;
    }

    private JsonArray ReadSequence(string path, int level)
    {
        _parser.Consume<SequenceStart>();
        var sequence = new JsonArray();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            string name = sequence.Count.ToString(CultureInfo.InvariantCulture);
            _elements?.Add(new ElementPosition(path, name, Place(_parser.Current!.Start, _parser.Current.End)));
            sequence.Add(ReadNode(PathInto(path, name), level + 1));
        }

        return sequence;
    }

    // Most values are scalars, and nothing has a path through a scalar.
    private string PathInto(string around, string name) => _elements is not null && _parser.Current is not Scalar ? DocumentTree.Path(around, name) : "";

    private static JsonValue? ReadScalar(Scalar scalar)
    {
        string text = scalar.Value;
        if (scalar.Style != ScalarStyle.Plain)
        {
            return JsonValue.Create(text);
        }

        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return null;
            case "true" or "True" or "TRUE":
                return JsonValue.Create(true);
            case "false" or "False" or "FALSE":
                return JsonValue.Create(false);
        }

        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return (char.IsDigit(text[0]) || text[0] is '-' or '+' or '.') && decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out decimal number)
            ? JsonValue.Create(number)
            : JsonValue.Create(text);
    }

    // Marks count from 1; what spans several lines is shown on its first.
    private static TextPlace Place(in Mark start, in Mark end)
    {
        int line = Math.Max(1, (int)start.Line);
        int column = Math.Max(1, (int)start.Column);
        int endColumn = end.Line == start.Line ? Math.Max(column, (int)end.Column) : column;
        return new TextPlace(line, column, endColumn);
    }
}
