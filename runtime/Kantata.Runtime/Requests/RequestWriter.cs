using System.Buffers;
using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kantata.Runtime;

/// <summary>Writes the members of a request as UTF-8, straight into the buffer that is sent.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RequestWriter
{
    // The text goes into a body of type application/json and nowhere else: only what JSON itself demands is escaped.
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Utf8JsonWriter _json;

    private RequestWriter(Utf8JsonWriter json) => _json = json;

    /// <summary>Writes a text.</summary>
    public void WriteString(string name, string? value) => _json.WriteString(name, value);

    /// <summary>Writes a whole number.</summary>
    public void WriteInt64(string name, long? value)
    {
        if (value is { } number)
        {
            _json.WriteNumber(name, number);
        }
        else
        {
            _json.WriteNull(name);
        }
    }

    /// <summary>Writes a number with a fraction.</summary>
    public void WriteDecimal(string name, decimal? value)
    {
        if (value is { } number)
        {
            _json.WriteNumber(name, number);
        }
        else
        {
            _json.WriteNull(name);
        }
    }

    /// <summary>Writes true or false.</summary>
    public void WriteBoolean(string name, bool? value)
    {
        if (value is { } truth)
        {
            _json.WriteBoolean(name, truth);
        }
        else
        {
            _json.WriteNull(name);
        }
    }

    /// <summary>Writes a day, as <c>2026-01-31</c>.</summary>
    public void WriteDate(string name, DateOnly? value)
    {
        if (value is { } date)
        {
            Span<char> text = stackalloc char[10];
            date.TryFormat(text, out int length, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            _json.WriteString(name, text[..length]);
        }
        else
        {
            _json.WriteNull(name);
        }
    }

    /// <summary>Writes a moment, in ISO 8601 with its offset.</summary>
    public void WriteDateTime(string name, DateTimeOffset? value)
    {
        if (value is { } moment)
        {
            _json.WriteString(name, moment);
        }
        else
        {
            _json.WriteNull(name);
        }
    }

    /// <summary>Writes a value of any kind.</summary>
    public void WriteElement(string name, JsonElement? value)
    {
        if (value is { } element)
        {
            _json.WritePropertyName(name);
            element.WriteTo(_json);
        }
        else
        {
            _json.WriteNull(name);
        }
    }

    /// <summary>Writes texts.</summary>
    public void WriteStrings(string name, IReadOnlyList<string>? values)
    {
        if (TryBeginArray(name, values))
        {
            foreach (string value in values!)
            {
                _json.WriteStringValue(value);
            }

            _json.WriteEndArray();
        }
    }

    /// <summary>Writes whole numbers.</summary>
    public void WriteInt64s(string name, IReadOnlyList<long>? values)
    {
        if (TryBeginArray(name, values))
        {
            foreach (long value in values!)
            {
                _json.WriteNumberValue(value);
            }

            _json.WriteEndArray();
        }
    }

    /// <summary>Writes numbers with a fraction.</summary>
    public void WriteDecimals(string name, IReadOnlyList<decimal>? values)
    {
        if (TryBeginArray(name, values))
        {
            foreach (decimal value in values!)
            {
                _json.WriteNumberValue(value);
            }

            _json.WriteEndArray();
        }
    }

    /// <summary>Writes an object whose members' names are data.</summary>
    public void WriteMap(string name, IReadOnlyDictionary<string, JsonElement>? value)
    {
        if (TryBeginObject(name, value))
        {
            foreach ((string member, JsonElement element) in value!)
            {
                _json.WritePropertyName(member);
                element.WriteTo(_json);
            }

            _json.WriteEndObject();
        }
    }

    /// <summary>Writes an object of numbers whose members' names are data.</summary>
    public void WriteDecimalMap(string name, IReadOnlyDictionary<string, decimal>? value)
    {
        if (TryBeginObject(name, value))
        {
            foreach ((string member, decimal number) in value!)
            {
                _json.WriteNumber(member, number);
            }

            _json.WriteEndObject();
        }
    }

    /// <summary>Writes an object of texts whose members' names are data.</summary>
    public void WriteStringMap(string name, IReadOnlyDictionary<string, string>? value)
    {
        if (TryBeginObject(name, value))
        {
            foreach ((string member, string text) in value!)
            {
                _json.WriteString(member, text);
            }

            _json.WriteEndObject();
        }
    }

    /// <summary>Writes a reference, as <c>{"key": ..., "id": ...}</c>.</summary>
    /// <exception cref="KantataRequestException">The reference has no key or no id.</exception>
    public void WriteReference(string name, KantataReference? value)
    {
        if (value is not { } reference)
        {
            _json.WriteNull(name);
            return;
        }

        if (string.IsNullOrEmpty(reference.Key))
        {
            throw new KantataRequestException([$"{name} is a reference without a key"]);
        }

        _json.WriteStartObject(name);
        _json.WriteString("key", reference.Key);
        _json.WritePropertyName("id");
        WriteIdValue(name, reference.Id);
        _json.WriteEndObject();
    }

    /// <summary>Writes a nested object.</summary>
    public void WriteObject(string name, RequestModel? value)
    {
        if (value is null)
        {
            _json.WriteNull(name);
            return;
        }

        _json.WritePropertyName(name);
        WriteObjectValue(value);
    }

    /// <summary>Writes an id: a number where it is one, else a text.</summary>
    /// <exception cref="KantataRequestException">The id is the default value, which is no id.</exception>
    public void WriteId<T>(string name, Id<T>? value)
    {
        if (value is { } id)
        {
            _json.WritePropertyName(name);
            WriteIdValue(name, id.Value);
        }
        else
        {
            _json.WriteNull(name);
        }
    }

    /// <summary>Writes a member of an open set.</summary>
    public void WriteValue<TSet>(string name, TSet? value)
        where TSet : struct, IValueSet<TSet> => _json.WriteString(name, value?.Value);

    /// <summary>Writes members of an open set.</summary>
    public void WriteValues<TSet>(string name, IReadOnlyList<TSet>? values)
        where TSet : struct, IValueSet<TSet>
    {
        if (TryBeginArray(name, values))
        {
            foreach (TSet value in values!)
            {
                _json.WriteStringValue(value.Value);
            }

            _json.WriteEndArray();
        }
    }

    /// <summary>Writes ids.</summary>
    /// <exception cref="KantataRequestException">One of the ids is the default value, which is no id.</exception>
    public void WriteIds<T>(string name, IReadOnlyList<Id<T>>? ids)
    {
        if (TryBeginArray(name, ids))
        {
            foreach (Id<T> id in ids!)
            {
                WriteIdValue(name, id.Value);
            }

            _json.WriteEndArray();
        }
    }

    /// <summary>Writes nested objects.</summary>
    public void WriteObjects(string name, IReadOnlyList<RequestModel>? values)
    {
        if (TryBeginArray(name, values))
        {
            foreach (RequestModel value in values!)
            {
                WriteObjectValue(value);
            }

            _json.WriteEndArray();
        }
    }

    /// <summary>Writes nested objects by names that are data.</summary>
    public void WriteObjectMap<T>(string name, IReadOnlyDictionary<string, T>? values)
        where T : RequestModel
    {
        if (TryBeginObject(name, values))
        {
            foreach ((string member, T value) in values!)
            {
                _json.WritePropertyName(member);
                WriteObjectValue(value);
            }

            _json.WriteEndObject();
        }
    }

    /// <summary>Writes texts as one text, parted by commas.</summary>
    /// <exception cref="KantataRequestException">The list is empty, or one of its values is empty or holds a comma.</exception>
    public void WriteStringList(string name, IReadOnlyList<string>? values) => WriteCommaList(name, values, Put);

    /// <summary>Writes whole numbers as one text, parted by commas.</summary>
    /// <exception cref="KantataRequestException">The list is empty.</exception>
    public void WriteInt64List(string name, IReadOnlyList<long>? values) => WriteCommaList(name, values, static (text, value) => Put(text, value, ""));

    /// <summary>Writes days as one text, parted by commas.</summary>
    /// <exception cref="KantataRequestException">The list is empty.</exception>
    public void WriteDateList(string name, IReadOnlyList<DateOnly>? values) => WriteCommaList(name, values, static (text, value) => Put(text, value, "yyyy-MM-dd"));

    /// <summary>Writes ids as one text, parted by commas.</summary>
    /// <exception cref="KantataRequestException">The list is empty, or one of its ids is the default value, which is no id.</exception>
    public void WriteIdList<T>(string name, IReadOnlyList<Id<T>>? ids) => WriteCommaList(name, ids, static (text, id) => id.Value.TryGetNumber(out long number) ? Put(text, number, "") : Put(text, id.ToString()));

    /// <summary>What one call writes, as a value.</summary>
    internal static JsonElement ToElement(Action<RequestWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, _options))
        {
            json.WriteStartObject();
            write(new RequestWriter(json));
            json.WriteEndObject();
        }

        using JsonDocument document = JsonDocument.Parse(buffer.WrittenMemory);
        using JsonElement.ObjectEnumerator members = document.RootElement.EnumerateObject();
        return members.First().Value.Clone();
    }

    /// <summary>Writes a body of one object, inside its wrapper where there is one.</summary>
    internal static void WriteBody(IBufferWriter<byte> buffer, string? wrapper, RequestModel model)
    {
        using Utf8JsonWriter json = new(buffer, _options);
        RequestWriter writer = new(json);
        if (wrapper is null)
        {
            writer.WriteObjectValue(model);
            return;
        }

        json.WriteStartObject();
        writer.WriteObject(wrapper, model);
        json.WriteEndObject();
    }

    /// <summary>Writes a body of many objects inside their wrapper.</summary>
    internal static void WriteBody(IBufferWriter<byte> buffer, string wrapper, IReadOnlyList<RequestModel> models)
    {
        using Utf8JsonWriter json = new(buffer, _options);
        json.WriteStartObject();
        new RequestWriter(json).WriteObjects(wrapper, models);
        json.WriteEndObject();
    }

    /// <summary>Writes a body that is one list of ids.</summary>
    internal static void WriteBody<T>(IBufferWriter<byte> buffer, string name, IReadOnlyList<Id<T>> ids)
    {
        using Utf8JsonWriter json = new(buffer, _options);
        json.WriteStartObject();
        new RequestWriter(json).WriteIdList(name, ids);
        json.WriteEndObject();
    }

    private void WriteObjectValue(RequestModel model)
    {
        _json.WriteStartObject();
        model.Write(this);
        _json.WriteEndObject();
    }

    private void WriteIdValue(string name, IdValue id)
    {
        if (id.TryGetNumber(out long number))
        {
            _json.WriteNumberValue(number);
        }
        else if (!id.IsEmpty)
        {
            _json.WriteStringValue(id.ToString());
        }
        else
        {
            throw new KantataRequestException([$"{name} is an empty id"]);
        }
    }

    // Each value is put behind the last, or it is told what keeps it out.
    private void WriteCommaList<T>(string name, IReadOnlyList<T>? values, Func<PooledBuffer, T, string?> put)
    {
        if (values is null)
        {
            _json.WriteNull(name);
            return;
        }

        using PooledBuffer text = new();
        string? problem = values.Count == 0 ? CommaList.NoValue : null;
        foreach (T value in values)
        {
            if (text.Written.Length > 0)
            {
                text.Write(","u8);
            }

            problem = put(text, value);
            if (problem is not null)
            {
                break;
            }
        }

        if (problem is not null)
        {
            throw new KantataRequestException([$"{name} {problem}"]);
        }

        _json.WriteString(name, text.Written.Span);
    }

    private static string? Put(PooledBuffer text, string value)
    {
        string? problem = CommaList.ProblemOf(value);
        if (problem is null)
        {
            Encoding.UTF8.GetBytes(value, text);
        }

        return problem;
    }

    private static string? Put<T>(PooledBuffer text, T value, string format)
        where T : IUtf8SpanFormattable
    {
        // No whole number and no day is longer.
        value.TryFormat(text.GetSpan(sizeHint: 32), out int length, format, CultureInfo.InvariantCulture);
        text.Advance(length);
        return null;
    }

    private bool TryBeginObject(string name, object? value)
    {
        if (value is null)
        {
            _json.WriteNull(name);
            return false;
        }

        _json.WriteStartObject(name);
        return true;
    }

    private bool TryBeginArray(string name, object? values)
    {
        if (values is null)
        {
            _json.WriteNull(name);
            return false;
        }

        _json.WriteStartArray(name);
        return true;
    }
}
