using System.Buffers.Text;
using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Kantata.Runtime;

/// <summary>
/// Reads the values of a response. Each method takes the value that the cursor stands on and answers null for null.
/// Scalars are read as the server means them: a number where a text was said, digits in a text where a number was said.
/// What cannot be read so is refused, never guessed.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct JsonCursor
{
    /// <summary>How deeply arrays and objects may nest.</summary>
    internal const int MaxDepth = 64;

    private readonly ReadContext _context;
    private Utf8JsonReader _reader;

    internal JsonCursor(ReadOnlySpan<byte> json, ReadContext context)
    {
        _reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
        _context = context;
    }

    /// <summary>A text; a number or truth value gives the text it is written with.</summary>
    public string? String() => _reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => Text(),
        JsonTokenType.Number => Encoding.ASCII.GetString(_reader.ValueSpan),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => throw Unreadable("a text"),
    };

    /// <summary>A whole number.</summary>
    public long? Int64()
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.Number:
                // 12.0 and 12e2 are whole numbers too.
                return _reader.TryGetInt64(out long number) ? number : Whole(Decimal()!.Value);
            case JsonTokenType.String:
                return long.TryParse(Text(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long digits) ? digits : throw Unreadable("a whole number");
            default:
                throw Unreadable("a whole number");
        }
    }

    /// <summary>A number with a fraction.</summary>
    public decimal? Decimal() => _reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.Number when _reader.TryGetDecimal(out decimal number) => number,
        JsonTokenType.String when decimal.TryParse(Text(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out decimal digits) => digits,
        _ => throw Unreadable("a number"),
    };

    /// <summary>True or false.</summary>
    public bool? Boolean() => _reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.String when TextIs("true"u8) => true,
        JsonTokenType.String when TextIs("false"u8) => false,
        _ => throw Unreadable("true or false"),
    };

    /// <summary>A day, written <c>2026-01-31</c>.</summary>
    public DateOnly? Date()
    {
        if (_reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        return IsText && IsoText.TryParseDate(TextBytes(), out DateOnly date)
            ? date
            : throw Unreadable("a date");
    }

    /// <summary>A moment, written in ISO 8601 with its offset; a plain date is that day's beginning in UTC.</summary>
    public DateTimeOffset? DateTime()
    {
        if (_reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (IsText)
        {
            ReadOnlySpan<byte> text = TextBytes();
            if (IsoText.TryParseMoment(text, out DateTimeOffset moment))
            {
                return moment;
            }

            if (IsoText.TryParseDate(text, out DateOnly date))
            {
                return new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
            }
        }

        throw Unreadable("a date and time with its offset");
    }

    /// <summary>An id, written as a number or a text; an empty text is no id.</summary>
    public Id<T>? Id<T>() => IdValue() is { } value ? new Id<T>(value) : null;

    /// <summary>A member of an open set.</summary>
    public TSet? Value<TSet>()
        where TSet : struct, IValueSet<TSet> => String() is { } text ? TSet.From(text) : null;

    /// <summary>Ids.</summary>
    public IReadOnlyList<Id<T>>? Ids<T>()
    {
        if (!TryBeginArray("a list of ids"))
        {
            return null;
        }

        List<Id<T>> ids = [];
        while (NextItem())
        {
            ids.Add(Id<T>() ?? throw Unreadable("an id"));
        }

        return ids;
    }

    /// <summary>Texts.</summary>
    public IReadOnlyList<string>? Strings()
    {
        if (!TryBeginArray("a list of texts"))
        {
            return null;
        }

        List<string> texts = [];
        while (NextItem())
        {
            texts.Add(String() ?? throw Unreadable("a text"));
        }

        return texts;
    }

    /// <summary>Whole numbers.</summary>
    public IReadOnlyList<long>? Int64s()
    {
        if (!TryBeginArray("a list of whole numbers"))
        {
            return null;
        }

        List<long> numbers = [];
        while (NextItem())
        {
            numbers.Add(Int64() ?? throw Unreadable("a whole number"));
        }

        return numbers;
    }

    /// <summary>Numbers with a fraction.</summary>
    public IReadOnlyList<decimal>? Decimals()
    {
        if (!TryBeginArray("a list of numbers"))
        {
            return null;
        }

        List<decimal> numbers = [];
        while (NextItem())
        {
            numbers.Add(Decimal() ?? throw Unreadable("a number"));
        }

        return numbers;
    }

    /// <summary>Members of an open set.</summary>
    public IReadOnlyList<TSet>? Values<TSet>()
        where TSet : struct, IValueSet<TSet>
    {
        if (!TryBeginArray("a list of texts"))
        {
            return null;
        }

        List<TSet> values = [];
        while (NextItem())
        {
            values.Add(Value<TSet>() ?? throw Unreadable("a text"));
        }

        return values;
    }

    /// <summary>A value of any kind, as it came.</summary>
    public JsonElement? Element() => _reader.TokenType == JsonTokenType.Null ? null : JsonElement.ParseValue(ref _reader);

    /// <summary>An object whose members' names are data.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Map()
    {
        if (!TryBeginObject("an object"))
        {
            return null;
        }

        Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);
        while (NextMember())
        {
            string name = Text();
            EnterValue();
            members[name] = JsonElement.ParseValue(ref _reader);
        }

        return members;
    }

    /// <summary>Numbers by names that are data.</summary>
    public IReadOnlyDictionary<string, decimal>? DecimalMap()
    {
        if (!TryBeginObject("an object of numbers"))
        {
            return null;
        }

        Dictionary<string, decimal> numbers = new(StringComparer.Ordinal);
        while (NextMember())
        {
            string name = Text();
            EnterValue();
            numbers[name] = Decimal() ?? throw Unreadable("a number");
        }

        return numbers;
    }

    /// <summary>Texts by names that are data.</summary>
    public IReadOnlyDictionary<string, string>? StringMap()
    {
        if (!TryBeginObject("an object of texts"))
        {
            return null;
        }

        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        while (NextMember())
        {
            string name = Text();
            EnterValue();
            texts[name] = String() ?? throw Unreadable("a text");
        }

        return texts;
    }

    /// <summary>Objects by names that are data. The name of an entity that does not tell its id is its id.</summary>
    public IReadOnlyDictionary<string, T>? Map<T>(ObjectShape shape)
        where T : KantataObject
    {
        if (!TryBeginObject("an object of objects"))
        {
            return null;
        }

        Dictionary<string, T> values = new(StringComparer.Ordinal);
        while (NextMember())
        {
            string name = Text();
            EnterValue();
            T value = Object<T>(shape) ?? throw Unreadable("an object");
            if (value is KantataEntity entity && name.Length > 0)
            {
                entity.IdentifyBy(new IdValue(name));
            }

            values[name] = value;
        }

        return values;
    }

    /// <summary>A reference, written <c>{"key": ..., "id": ...}</c>; without an id it refers to nothing.</summary>
    public KantataReference? Reference() => Reference(null);

    /// <summary>A nested object.</summary>
    public T? Object<T>(ObjectShape shape)
        where T : KantataObject
    {
        if (_reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        T value = (T)shape.Create();
        ReadInto(value, shape);
        return value;
    }

    /// <summary>Nested objects.</summary>
    public IReadOnlyList<T>? Objects<T>(ObjectShape shape)
        where T : KantataObject
    {
        if (!TryBeginArray("a list of objects"))
        {
            return null;
        }

        List<T> values = [];
        while (NextItem())
        {
            values.Add(Object<T>(shape) ?? throw Unreadable("an object"));
        }

        return values;
    }

    /// <summary>Where in the body the cursor stands, in bytes.</summary>
    internal readonly long Position => _reader.TokenStartIndex;

    internal readonly bool IsNull => _reader.TokenType == JsonTokenType.Null;

    internal readonly bool IsText => _reader.TokenType == JsonTokenType.String;

    internal readonly bool IsObject => _reader.TokenType == JsonTokenType.StartObject;

    /// <summary>
    /// Whether the object that the cursor stands on is one of a type, rather than a map of such objects by their ids: that
    /// one of its members is named as the type names them, before any is named by a number.
    /// </summary>
    internal readonly bool IsObjectOf(ObjectShape shape)
    {
        JsonCursor ahead = this;
        while (ahead.NextMember())
        {
            if (shape.Names.Find(ahead.TextBytes(), expected: -1) >= 0)
            {
                return true;
            }

            if (ahead.IdValue() is { IsNumber: true })
            {
                return false;
            }

            ahead.Skip();
        }

        return false;
    }

    /// <summary>Moves to the first value of the body.</summary>
    internal void Begin() => _reader.Read();

    /// <summary>Refuses whatever follows the value that was read.</summary>
    internal void End() => _reader.Read();

    internal bool TryBeginObject(string said)
    {
        if (IsNull)
        {
            return false;
        }

        return IsObject ? true : throw Unreadable(said);
    }

    internal bool TryBeginArray(string said)
    {
        if (IsNull)
        {
            return false;
        }

        return _reader.TokenType == JsonTokenType.StartArray ? true : throw Unreadable(said);
    }

    /// <summary>Moves to the next member's name; false at the end of the object.</summary>
    internal bool NextMember()
    {
        _reader.Read();
        return _reader.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>Moves from a member's name to its value.</summary>
    internal void EnterValue() => _reader.Read();

    /// <summary>Moves to the next item; false at the end of the array.</summary>
    internal bool NextItem()
    {
        _reader.Read();
        return _reader.TokenType != JsonTokenType.EndArray;
    }

    /// <summary>Whether the name or text that the cursor stands on is this one.</summary>
    internal readonly bool TextIs(ReadOnlySpan<byte> text) => TextBytes().SequenceEqual(text);

    /// <summary>The name or text that the cursor stands on.</summary>
    internal readonly string Text()
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonValueException("a text that is not Unicode", Position, e);
        }
    }

    private readonly ReadOnlySpan<byte> TextBytes() => _reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(Text()) : _reader.ValueSpan;

    /// <summary>Passes over the value, or the name and its value, that the cursor stands on.</summary>
    internal void Skip() => _reader.Skip();

    internal IdValue? IdValue()
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.Number when _reader.TryGetInt64(out long number):
                return new IdValue(number);
            case JsonTokenType.String or JsonTokenType.PropertyName when !_reader.ValueIsEscaped && Utf8Parser.TryParse(_reader.ValueSpan, out long digits, out int read)
                && read == _reader.ValueSpan.Length && _reader.ValueSpan[0] is >= (byte)'1' and <= (byte)'9':
                return new IdValue(digits);
            case JsonTokenType.String or JsonTokenType.PropertyName:
                return Text() is { Length: > 0 } text ? new IdValue(text) : null;
            default:
                throw Unreadable("an id");
        }
    }

    /// <summary>How many of something there are.</summary>
    internal int? Count() => Int64() switch
    {
        null => null,
        >= 0 and <= int.MaxValue and long count => (int)count,
        _ => throw Unreadable("a number of objects"),
    };

    /// <summary>A reference whose key is likely one of the collections of a format, which spares a string for each.</summary>
    internal KantataReference? Reference(ResponseFormat? format)
    {
        if (!TryBeginObject("a reference of key and id"))
        {
            return null;
        }

        long start = Position;
        string? key = null;
        IdValue? id = null;
        while (NextMember())
        {
            if (TextIs("key"u8))
            {
                EnterValue();
                key = IsNull ? null : format?.KeyAt(in this) ?? String();
            }
            else if (TextIs("id"u8))
            {
                EnterValue();
                id = IdValue();
            }
            else
            {
                Skip();
            }
        }

        if (id is null)
        {
            return null;
        }

        return key is null ? throw new JsonValueException("a reference of key and id was said", start) : new KantataReference(key, id.Value);
    }

    /// <summary>Reads the members of an object into one that was made for it.</summary>
    internal void ReadInto(KantataObject target, ObjectShape shape)
    {
        if (!IsObject)
        {
            throw Unreadable("an object");
        }

        target.Enter(_context.Scope);
        MemberOrder order = _context.OrderOf(shape);
        int previous = -1;
        while (NextMember())
        {
            int expected = order.After(previous);
            int member = shape.Names.Find(TextBytes(), expected);
            if (member < 0)
            {
                SkipOrKeep(target);
                continue;
            }

            if (member != expected)
            {
                order.Learn(previous, member);
            }

            previous = member;
            EnterValue();
            target.Read(member, ref this);
            PassOver();
        }
    }

    private void SkipOrKeep(KantataObject target)
    {
        if (_context.KeepUnknownMembers)
        {
            string name = Text();
            EnterValue();
            target.Keep(name, JsonElement.ParseValue(ref _reader));
        }
        else
        {
            Skip();
        }
    }

    // A member that its type did not read is passed over, so that the cursor is never lost.
    private void PassOver()
    {
        if (_reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            Skip();
        }
    }

    private readonly long Whole(decimal number) =>
        decimal.Truncate(number) == number && number is >= long.MinValue and <= long.MaxValue ? (long)number : throw Unreadable("a whole number");

    internal readonly JsonValueException Unreadable(string said) => new($"{said} was said, and {Found()} came", Position);

    private readonly string Found() => _reader.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "another text",
        JsonTokenType.Number => "another number",
        JsonTokenType.True or JsonTokenType.False => "a truth value",
        JsonTokenType.Null => "null",
        _ => "nothing",
    };
}
