using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Kantata.Runtime;

public ref partial struct JsonCursor
{
    // What a list is expected to hold at most; a longer one grows.
    private const int MostItemsAhead = 256;

    /// <summary>Ids.</summary>
    public IReadOnlyList<Id<T>>? Ids<T>() => List<Id<T>, IdReader<T>>("a list of ids", "an id");

    /// <summary>Texts.</summary>
    public IReadOnlyList<string>? Strings() => List<string, StringReader>("a list of texts", "a text");

    /// <summary>Whole numbers.</summary>
    public IReadOnlyList<long>? Int64s() => List<long, Int64Reader>("a list of whole numbers", "a whole number");

    /// <summary>Numbers with a fraction.</summary>
    public IReadOnlyList<decimal>? Decimals() => List<decimal, DecimalReader>("a list of numbers", "a number");

    /// <summary>Members of an open set.</summary>
    public IReadOnlyList<TSet>? Values<TSet>()
        where TSet : struct, IValueSet<TSet> => List<TSet, ValueReader<TSet>>("a list of texts", "a text");

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
            int start = Position;
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
        ReadInto(value, _context.OrderOf(shape));
        return value;
    }

    /// <summary>Moves to the value of the object's next member that its type has, and gives its position in the type's table of names; -1 behind the end of the object.</summary>
    /// <param name="target">The object that is read.</param>
    /// <param name="order">The order in which its members are expected.</param>
    /// <param name="previous">The member that was read last, -1 before the first.</param>
    // Inlined, so that a member which stands where it is expected costs no call.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NextMember(KantataObject target, MemberOrder order, int previous)
    {
        ExpectedMember? next = order.After(previous);
        if (next is null || !next.Literal.Begins(_rest))
        {
            return PassName(target, order, previous);
        }

        _rest = _rest[next.Literal.Length..];
        return next.Member;
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
            int start = Position;
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
            int start = Position;
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
            int start = Position;
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
        int start = Position;
        if (!TryBeginObject("a reference of key and id"))
        {
            return null;
        }

        string? key = null;
        IdValue id = default;
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

        if (id.IsEmpty)
        {
            return null;
        }

        return key is null ? throw new JsonValueException("a reference of key and id was said", start) : new KantataReference(key, id);
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
    internal void ReadInto(KantataObject target, MemberOrder order)
    {
        if (!IsObject)
        {
            throw Unreadable("an object");
        }

        target.Enter(_context.Scope);
        CheckDepth();
        _depth++;
        target.Read(order, ref this);
    }

    // To the value of the member that is expected, where it is written without white space before it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryPassExpected(ExpectedMember? expected, ref int member)
    {
        if (expected is null || !expected.Literal.Begins(_rest))
        {
            return false;
        }

        PassLiteral(expected.Literal.Length);
        member = expected.Member;
        return true;
    }

    // To the value of the next member that the type has, whichever it is and however it is written; -1 behind the end of the object.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int PassName(KantataObject target, MemberOrder order, int previous)
    {
        if (previous == MemberOrder.BeforeFirst)
        {
            PassBracket();
        }

        int member = -1;
        ExpectedMember? expected = order.After(previous);
        if (order.UnknownAfter(previous) is { } unknown && unknown.Literal.Begins(_rest))
        {
            PassLiteral(unknown.Literal.Length);
            SkipOrKeep(target, unknown.Name);
            if (TryPassExpected(expected, ref member))
            {
                return member;
            }
        }

        // Where nothing parts the comma from the name the expected member would have been found, nearly always.
        ExpectedMember? spaced = expected is null || _rest.StartsWith(",\""u8) ? null : order.Shape.Names.Expect(expected.Member, MemberPlace.Spaced);
        while (MoveToNext((byte)'}'))
        {
            if (TryPassExpected(spaced, ref member))
            {
                return member;
            }

            ReadOnlySpan<byte> name = ReadName();
            member = order.Shape.Names.Find(name);
            if (member >= 0)
            {
                order.Learn(previous, member);
                return member;
            }

            order.LearnUnknown(previous, name);
            SkipOrKeep(target, name);
        }

        return -1;
    }

    private void PassLiteral(int length)
    {
        _rest = _rest[length..];
        _atStart = false;
        SkipWhiteSpace();
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

    /// <summary>Passes over a reference to an object that was asked for, where it is written without white space and its id is a number in a text.</summary>
    internal bool TryPassReference(ResponseFormat format, out IdValue id)
    {
        ReadOnlySpan<byte> start = format.StartOfReference;
        if (_rest.StartsWith(start))
        {
            ReadOnlySpan<byte> value = _rest[start.Length..];
            int length = PlainNumber.ReadId(value, out long number);
            if (length > 0 && value.Length > length && value[length] == '}')
            {
                _rest = value[(length + 1)..];
                id = new IdValue(number);
                return true;
            }
        }

        id = default;
        return false;
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

    private T[]? List<T, TReader>(string said, string itemSaid)
        where TReader : struct, IItemReader<T>
    {
        if (!TryBeginArray(said))
        {
            return null;
        }

        if (!NextItem())
        {
            return [];
        }

        T[] items = new T[1 + CountAhead((byte)',')];
        int count = 0;
        do
        {
            if (count == items.Length)
            {
                Array.Resize(ref items, count * 2);
            }

            int start = Position;
            if (!TReader.TryRead(ref this, out items[count++]))
            {
                throw UnreadableAt(start, itemSaid);
            }
        }
        while (NextItem());

        if (count < items.Length)
        {
            Array.Resize(ref items, count);
        }

        return items;
    }

    /// <summary>Within a list: how often a byte comes in what is left of it. Texts that hold it or brackets make it another number, and many no more.</summary>
    internal readonly int CountAhead(byte mark)
    {
        int end = _rest.IndexOf((byte)']');
        return end < 0 ? 0 : Math.Min(_rest[..end].Count(mark), MostItemsAhead);
    }
}
