using System.Text.Json;

namespace Kantata.Runtime;

public ref partial struct JsonCursor
{
    // What a list is expected to hold at most; a longer one grows.
    private const int MostItemsAhead = 256;

    private delegate T? ValueReader<T>(ref JsonCursor json)
        where T : struct;

    private delegate T? ObjectReader<T>(ref JsonCursor json)
        where T : class;

    /// <summary>Ids.</summary>
    public IReadOnlyList<Id<T>>? Ids<T>() => ValueList("a list of ids", "an id", static (ref JsonCursor json) => json.Id<T>());

    /// <summary>Texts.</summary>
    public IReadOnlyList<string>? Strings() => ObjectList("a list of texts", "a text", static (ref JsonCursor json) => json.String());

    /// <summary>Whole numbers.</summary>
    public IReadOnlyList<long>? Int64s() => ValueList("a list of whole numbers", "a whole number", static (ref JsonCursor json) => json.Int64());

    /// <summary>Numbers with a fraction.</summary>
    public IReadOnlyList<decimal>? Decimals() => ValueList("a list of numbers", "a number", static (ref JsonCursor json) => json.Decimal());

    /// <summary>Members of an open set.</summary>
    public IReadOnlyList<TSet>? Values<TSet>()
        where TSet : struct, IValueSet<TSet> => ValueList("a list of texts", "a text", static (ref JsonCursor json) => json.Value<TSet>());

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
            int start = _position;
            values.Add(Object<T>(shape) ?? throw UnreadableAt(start, "an object"));
        }

        return values;
    }

    /// <summary>A nested object.</summary>
    public T? Object<T>(ObjectShape shape)
        where T : KantataObject
    {
        if (TryNull())
        {
            return null;
        }

        T value = (T)shape.Create();
        ReadInto(value, shape);
        return value;
    }

    /// <summary>An object whose members' names are data.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Map()
    {
        if (!TryBeginObject("an object"))
        {
            return null;
        }

        Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);
        while (NextMember(out ReadOnlySpan<byte> name))
        {
            members[Decode(name)] = AnyElement();
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
        while (NextMember(out ReadOnlySpan<byte> name))
        {
            int start = _position;
            numbers[Decode(name)] = Decimal() ?? throw UnreadableAt(start, "a number");
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
        while (NextMember(out ReadOnlySpan<byte> name))
        {
            int start = _position;
            texts[Decode(name)] = String() ?? throw UnreadableAt(start, "a text");
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
        while (NextMember(out ReadOnlySpan<byte> utf8Name))
        {
            string name = Decode(utf8Name);
            int start = _position;
            T value = Object<T>(shape) ?? throw UnreadableAt(start, "an object");
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

    /// <summary>A reference whose key is likely one of the collections of a format, which spares a string for each.</summary>
    internal KantataReference? Reference(ResponseFormat? format)
    {
        int start = _position;
        if (!TryBeginObject("a reference of key and id"))
        {
            return null;
        }

        string? key = null;
        IdValue? id = null;
        while (NextMember(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("key"u8))
            {
                key = KeyOf(format);
            }
            else if (name.SequenceEqual("id"u8))
            {
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

    /// <summary>
    /// Whether the object that the cursor stands on is one of a type, rather than a map of such objects by their ids: that
    /// one of its members is named as the type names them, before any is named by a number.
    /// </summary>
    internal readonly bool IsObjectOf(ObjectShape shape)
    {
        JsonCursor ahead = this;
        ahead.Enter();
        while (ahead.NextMember(out ReadOnlySpan<byte> name))
        {
            if (shape.Names.Find(name) >= 0)
            {
                return true;
            }

            if (ahead.IdOf(name) is { IsNumber: true })
            {
                return false;
            }

            ahead.Skip();
        }

        return false;
    }

    /// <summary>Reads the members of an object into one that was made for it.</summary>
    internal void ReadInto(KantataObject target, ObjectShape shape)
    {
        if (!IsObject)
        {
            throw Unreadable("an object");
        }

        target.Enter(_context.Scope);
        NameTable names = shape.Names;
        MemberOrder order = _context.OrderOf(shape);
        int previous = -1;
        Enter();
        while (true)
        {
            int expected = order.After(previous);
            int member = expected;
            if (expected < 0 || !TryPassName(names.Literal(expected)))
            {
                if (!MoveToNext((byte)'}'))
                {
                    return;
                }

                if (expected >= 0 && TryPass(names.Literal(expected)[1..]))
                {
                    SkipWhiteSpace();
                }
                else
                {
                    ReadOnlySpan<byte> name = ReadName();
                    member = names.Find(name);
                    if (member < 0)
                    {
                        SkipOrKeep(target, name);
                        continue;
                    }

                    order.Learn(previous, member);
                }
            }

            previous = member;
            int start = _position;
            target.Read(member, ref this);
            if (_position == start)
            {
                // A member that its type did not read is passed over, so that the cursor is never lost.
                Skip();
            }
        }
    }

    // The comma before a member, its name and colon, written without white space. The first member has no comma before it.
    private bool TryPassName(ReadOnlySpan<byte> literal)
    {
        if (!TryPass(_atStart ? literal[1..] : literal))
        {
            return false;
        }

        _atStart = false;
        SkipWhiteSpace();
        return true;
    }

    private void SkipOrKeep(KantataObject target, ReadOnlySpan<byte> name)
    {
        if (_context.KeepUnknownMembers)
        {
            target.Keep(Decode(name), AnyElement());
        }
        else
        {
            Skip();
        }
    }

    private string? KeyOf(ResponseFormat? format)
    {
        if (format is not null && TryPeekText(out ReadOnlySpan<byte> key) && format.IndexOf(key) is >= 0 and int collection)
        {
            PassText(key);
            return format.Collections[collection].Key;
        }

        return String();
    }

    private T[]? ValueList<T>(string said, string itemSaid, ValueReader<T> read)
        where T : struct
    {
        if (!TryBeginArray(said))
        {
            return null;
        }

        if (!NextItem())
        {
            return [];
        }

        T[] values = new T[ItemsAhead()];
        int count = 0;
        do
        {
            if (count == values.Length)
            {
                Array.Resize(ref values, count * 2);
            }

            int start = _position;
            values[count++] = read(ref this) ?? throw UnreadableAt(start, itemSaid);
        }
        while (NextItem());
        Array.Resize(ref values, count);
        return values;
    }

    private T[]? ObjectList<T>(string said, string itemSaid, ObjectReader<T> read)
        where T : class
    {
        if (!TryBeginArray(said))
        {
            return null;
        }

        if (!NextItem())
        {
            return [];
        }

        T[] values = new T[ItemsAhead()];
        int count = 0;
        do
        {
            if (count == values.Length)
            {
                Array.Resize(ref values, count * 2);
            }

            int start = _position;
            values[count++] = read(ref this) ?? throw UnreadableAt(start, itemSaid);
        }
        while (NextItem());
        Array.Resize(ref values, count);
        return values;
    }

    // On the first item of a list of scalars: how many it has. Texts that hold commas or brackets make it another number.
    private readonly int ItemsAhead()
    {
        ReadOnlySpan<byte> rest = Rest;
        int end = rest.IndexOf((byte)']');
        return end < 0 ? 1 : Math.Min(1 + rest[..end].Count((byte)','), MostItemsAhead);
    }
}
