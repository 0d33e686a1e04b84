using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Kantata.Runtime;

public ref partial struct JsonCursor
{
    /// <summary>A text; a number or truth value gives the text it is written with.</summary>
    public string? String()
    {
        if (_context.Texts.TryFind(_rest, out SharedText? shared))
        {
            _rest = _rest[shared.Json.Length..];
            return shared.Text;
        }

        if (TryPeekText(out ReadOnlySpan<byte> plain))
        {
            string decoded = DecodeNext(plain.Length);
            PassText(plain);
            return decoded;
        }

        if (TryNull())
        {
            return null;
        }

        return GeneralString();
    }

    /// <summary>A whole number.</summary>
    public long? Int64()
    {
        int length = PlainNumber.ReadInt64(_rest, out long plain);
        if (length > 0)
        {
            _rest = _rest[length..];
            return plain;
        }

        if (TryNull())
        {
            return null;
        }

        return GeneralInt64();
    }

    /// <summary>A number with a fraction.</summary>
    public decimal? Decimal()
    {
        int length = PlainNumber.ReadDecimal(_rest, out decimal plain);
        if (length > 0)
        {
            _rest = _rest[length..];
            return plain;
        }

        if (TryNull())
        {
            return null;
        }

        return GeneralDecimal();
    }

    /// <summary>True or false.</summary>
    public bool? Boolean()
    {
        // Which of the two it is is not asked by a branch, which would be guessed wrong half the time.
        if (_rest.Length > "false".Length)
        {
            bool isTrue = _rest.StartsWith("true"u8);
            if (isTrue | _rest.StartsWith("false"u8))
            {
                _rest = _rest[("false".Length - Convert.ToInt32(isTrue))..];
                return isTrue;
            }
        }

        return OddBoolean();
    }

    /// <summary>A day, written <c>2026-01-31</c>.</summary>
    public DateOnly? Date()
    {
        int length = PlainDate.ReadDay(_rest, out DateOnly plain);
        if (length > 0)
        {
            _rest = _rest[length..];
            return plain;
        }

        if (TryNull())
        {
            return null;
        }

        return GeneralDate();
    }

    /// <summary>A moment, written in ISO 8601 with its offset; a plain date is that day's beginning in UTC.</summary>
    public DateTimeOffset? DateTime()
    {
        int length = PlainDate.ReadMoment(_rest, out DateTimeOffset plain);
        if (length > 0)
        {
            _rest = _rest[length..];
            return plain;
        }

        if (TryNull())
        {
            return null;
        }

        return GeneralDateTime();
    }

    /// <summary>An id, written as a number or a text; an empty text is no id.</summary>
    // Inlined, so that what is passed from method to method is small enough for registers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Id<T>? Id<T>()
    {
        IdValue value = IdValue();
        return value.IsEmpty ? null : new Id<T>(value);
    }

    /// <summary>Reads an id to where it is kept; one that is none is empty.</summary>
    // Nothing is returned: an id that is only copied from a call to a field lies in memory on its way.
    public void ReadId<T>(ref Id<T> id)
    {
        if (TryPassId(out long number))
        {
            id = new Id<T>(Kantata.IdValue.OfPositive(number));
        }
        else
        {
            id = new Id<T>(OddIdValue());
        }
    }

    /// <summary>A member of an open set.</summary>
    public TSet? Value<TSet>()
        where TSet : struct, IValueSet<TSet> => String() is { } text ? TSet.From(text) : null;

    /// <summary>A value of any kind, as it came.</summary>
    public JsonElement? Element() => TryNull() ? null : AnyElement();

    /// <summary>An id of any kind, or none.</summary>
    internal IdValue IdValue() => TryPassId(out long number) ? Kantata.IdValue.OfPositive(number) : OddIdValue();

    /// <summary>The id that a member's name spells; an empty one is none.</summary>
    internal readonly IdValue IdOf(ReadOnlySpan<byte> name) =>
        PlainNumber.TryParseId(name, out long number) ? new IdValue(number)
        : name.IsEmpty ? default
        : new IdValue(Decode(name));

    /// <summary>How many of something there are.</summary>
    internal int? Count()
    {
        int start = Position;
        return Int64() switch
        {
            null => null,
            >= 0 and <= int.MaxValue and long count => (int)count,
            _ => throw UnreadableAt(start, "a number of objects"),
        };
    }

    // Over an id in its usual form, a positive number in a text.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryPassId(out long number)
    {
        int length = PlainNumber.ReadId(_rest, out number);
        if (length <= 0)
        {
            return false;
        }

        _rest = _rest[length..];
        return true;
    }

    private JsonElement AnyElement()
    {
        Utf8JsonReader value = General();
        JsonElement element = JsonElement.ParseValue(ref value);
        Pass(in value);
        return element;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private string GeneralString()
    {
        Utf8JsonReader value = General();
        string text = value.TokenType switch
        {
            JsonTokenType.String => StringOf(in value),
            JsonTokenType.Number => Encoding.ASCII.GetString(value.ValueSpan),
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            _ => throw Unreadable("a text"),
        };
        Pass(in value);
        return text;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private long GeneralInt64()
    {
        Utf8JsonReader value = General();
        long number = value.TokenType switch
        {
            JsonTokenType.Number when value.TryGetInt64(out long digits) => digits,

            // 12.0 and 12e2 are whole numbers too.
            JsonTokenType.Number when value.TryGetDecimal(out decimal whole) && decimal.Truncate(whole) == whole && whole is >= long.MinValue and <= long.MaxValue => (long)whole,
            JsonTokenType.String when NumberText.TryParse(Unescape(in value), out long digits) => digits,
            _ => throw Unreadable("a whole number"),
        };
        Pass(in value);
        return number;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private decimal GeneralDecimal()
    {
        Utf8JsonReader value = General();
        decimal number = value.TokenType switch
        {
            JsonTokenType.Number when value.TryGetDecimal(out decimal digits) => digits,
            JsonTokenType.String when NumberText.TryParse(Unescape(in value), out decimal digits) => digits,
            _ => throw Unreadable("a number"),
        };
        Pass(in value);
        return number;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool? OddBoolean()
    {
        if (TryNull())
        {
            return null;
        }

        Utf8JsonReader value = General();
        ReadOnlySpan<byte> text = value.TokenType switch
        {
            JsonTokenType.String => Unescape(in value),
            JsonTokenType.True or JsonTokenType.False => value.ValueSpan,
            _ => default,
        };
        bool isTrue = text.SequenceEqual("true"u8);
        if (!isTrue && !text.SequenceEqual("false"u8))
        {
            throw Unreadable("true or false");
        }

        Pass(in value);
        return isTrue;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private DateOnly GeneralDate()
    {
        Utf8JsonReader value = General();
        if (value.TokenType != JsonTokenType.String || !IsoText.TryParseDate(Unescape(in value), out DateOnly date))
        {
            throw Unreadable("a date");
        }

        Pass(in value);
        return date;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private DateTimeOffset GeneralDateTime()
    {
        Utf8JsonReader value = General();
        ReadOnlySpan<byte> text = value.TokenType == JsonTokenType.String ? Unescape(in value) : default;
        if (!IsoText.TryParseMoment(text, out DateTimeOffset moment))
        {
            moment = IsoText.TryParseDate(text, out DateOnly day)
                ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
                : throw Unreadable("a date and time with its offset");
        }

        Pass(in value);
        return moment;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private IdValue OddIdValue()
    {
        if (TryNull())
        {
            return default;
        }

        int length = PlainNumber.ReadOddId(_rest, out long plain);
        if (length > 0)
        {
            _rest = _rest[length..];
            return new IdValue(plain);
        }

        Utf8JsonReader value = General();
        IdValue id = value.TokenType switch
        {
            JsonTokenType.Number when value.TryGetInt64(out long digits) => new IdValue(digits),
            JsonTokenType.String => IdOf(Unescape(in value)),
            _ => throw Unreadable("an id"),
        };
        Pass(in value);
        return id;
    }
}
