using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kantata.Spec.Trees;

/// <summary>Reads JSON into a tree.</summary>
internal sealed class JsonTreeReader
{
    private static readonly JsonReaderOptions s_options = new()
    {
        MaxDepth = DocumentTree.MostLevels,
        CommentHandling = JsonCommentHandling.Skip,
    };

    private readonly DiagnosticList _diagnostics;
    private readonly List<ElementPosition>? _elements;
    private readonly PlaceFinder _places;

    private JsonTreeReader(byte[] bytes, bool keepsPositions, DiagnosticList diagnostics)
    {
        _diagnostics = diagnostics;
        _elements = keepsPositions ? [] : null;
        _places = new PlaceFinder(bytes);
    }

    /// <summary>Reads a text; null, and a diagnostic, where it does not parse.</summary>
    public static DocumentTree? TryRead(string text, bool keepsPositions, DiagnosticList diagnostics)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        var tree = new JsonTreeReader(bytes, keepsPositions, diagnostics);
        try
        {
            var reader = new Utf8JsonReader(bytes, s_options);
            reader.Read();
            JsonNode? root = tree.ReadNode(ref reader, "");
            reader.Read();
            return new DocumentTree(root, tree._elements);
        }
        catch (JsonException exception)
        {
            int offset = OffsetOf(bytes, (int)(exception.LineNumber ?? 0), (int)(exception.BytePositionInLine ?? 0));
            diagnostics.Add(SpecDescriptors.InvalidJson, new PlaceFinder(bytes).Find(offset, offset), exception.Message);
            return null;
        }
    }

    // The parser knows one character that ends a line; an editor knows more.
    private static int OffsetOf(byte[] bytes, int linesAbove, int position)
    {
        int start = 0;
        for (int above = 0; above < linesAbove; above++)
        {
            start = Array.IndexOf(bytes, (byte)'\n', start) + 1;
        }

        return Math.Min(start + position, bytes.Length);
    }

    private JsonNode? ReadNode(ref Utf8JsonReader reader, string path)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject(ref reader, path);
            case JsonTokenType.StartArray:
                return ReadArray(ref reader, path);
            case JsonTokenType.String:
                return JsonValue.Create(ReadString(ref reader));
            case JsonTokenType.True:
                return JsonValue.Create(true);
            case JsonTokenType.False:
                return JsonValue.Create(false);
            case JsonTokenType.Number when reader.TryGetDecimal(out decimal number):
                return JsonValue.Create(number);
            case JsonTokenType.Number:
                return JsonValue.Create(Encoding.UTF8.GetString(reader.ValueSpan.ToArray()));
            default:
                return null;
        }
    }

    private JsonObject ReadObject(ref Utf8JsonReader reader, string path)
    {
        var node = new JsonObject();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            const int Quotes = 2;
            TextPlace place = Find((int)reader.TokenStartIndex, (int)reader.TokenStartIndex + reader.ValueSpan.Length + Quotes);
            string name = ReadString(ref reader);
            reader.Read();
            JsonNode? value = ReadNode(ref reader, PathInto(in reader, path, name));
            if (node.ContainsKey(name))
            {
                _diagnostics.Add(SpecDescriptors.DoubledKey, place, name);
                continue;
            }

            node.Add(name, value);
            _elements?.Add(new ElementPosition(path, name, place));
        }

        return node;
    }

    private JsonArray ReadArray(ref Utf8JsonReader reader, string path)
    {
        var node = new JsonArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            string name = node.Count.ToString(CultureInfo.InvariantCulture);
            _elements?.Add(new ElementPosition(path, name, Find((int)reader.TokenStartIndex, (int)reader.BytesConsumed)));
            node.Add(ReadNode(ref reader, PathInto(in reader, path, name)));
        }

        return node;
    }

    private TextPlace Find(int start, int end) => _elements is null ? TextPlace.Start : _places.Find(start, end);

    // Most values are scalars, and nothing has a path through a scalar.
    private string PathInto(in Utf8JsonReader reader, string around, string name) =>
        _elements is not null && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? DocumentTree.Path(around, name) : "";

    // An escaped half of a character pair is valid JSON and no text.
    private static string ReadString(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException(exception.Message, null, null, null, exception);
        }
    }

    /// <summary>Turns offsets in bytes, which only grow, into places in one pass.</summary>
    private sealed class PlaceFinder(byte[] bytes)
    {
        private readonly byte[] _bytes = bytes;
        private int _offset;
        private int _line = 1;
        private int _column = 1;

        public TextPlace Find(int start, int end)
        {
            Advance(start);
            (int line, int column) = (_line, _column);

            // A key is on one line; of what begins with a bracket, the bracket is shown.
            Advance(end);
            return new TextPlace(line, column, _line == line ? _column : column);
        }

        [MethodImpl(JustInTime.Optimized)]
        private void Advance(int offset)
        {
            for (; _offset < offset; _offset++)
            {
                byte b = _bytes[_offset];
                if (EndsLine(_bytes.AsSpan(_offset)))
                {
                    _line++;
                    _column = 1;
                }
                else if ((b & 0xC0) != 0x80)
                {
                    // A character outside of the basic plane is four bytes here and two columns in an editor.
                    _column += b >= 0xF0 ? 2 : 1;
                }
            }
        }

        // As editors count lines: also by a carriage return alone, and by U+0085, U+2028 and U+2029.
        private static bool EndsLine(ReadOnlySpan<byte> rest) => rest[0] switch
        {
            (byte)'\n' => true,
            (byte)'\r' => rest.Length == 1 || rest[1] != (byte)'\n',
            0xC2 => rest.Length > 1 && rest[1] == 0x85,
            0xE2 => rest.Length > 2 && rest[1] == 0x80 && rest[2] is (0xA8 or 0xA9),
            _ => false,
        };
    }
}
