using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace Kantata.Runtime;

/// <summary>Writes the members of a request as the parts of a form (<c>multipart/form-data</c>), in the way of browsers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FormWriter
{
    private readonly MultipartContent _form;
    private readonly string? _wrapper;

    internal FormWriter(MultipartContent form, string? wrapper)
    {
        _form = form;
        _wrapper = wrapper;
    }

    /// <summary>Whether every file that was written can be read once more.</summary>
    internal bool CanBeSentAgain { get; private set; } = true;

    /// <summary>The members that were written, by the API's names.</summary>
    internal HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>Writes a text.</summary>
    public void WriteString(string name, string? value) => AddText(NameOf(name), value);

    /// <summary>Writes a whole number.</summary>
    public void WriteInt64(string name, long? value) => WriteString(name, value is { } number ? QueryValue.Of(number) : null);

    /// <summary>Writes a number with a fraction.</summary>
    public void WriteDecimal(string name, decimal? value) => WriteString(name, value is { } number ? QueryValue.Of(number) : null);

    /// <summary>Writes true or false.</summary>
    public void WriteBoolean(string name, bool? value) => WriteString(name, value is { } truth ? QueryValue.Of(truth) : null);

    /// <summary>Writes a day, as <c>2026-01-31</c>.</summary>
    public void WriteDate(string name, DateOnly? value) => WriteString(name, value is { } date ? QueryValue.Of(date) : null);

    /// <summary>Writes a moment, in ISO 8601 with its offset.</summary>
    public void WriteDateTime(string name, DateTimeOffset? value) => WriteString(name, value is { } moment ? QueryValue.Of(moment) : null);

    /// <summary>Writes an id.</summary>
    /// <exception cref="KantataRequestException">The id is the default value, which is no id.</exception>
    public void WriteId<T>(string name, Id<T>? value) =>
        WriteString(name, value is { IsEmpty: true } ? throw new KantataRequestException([$"{NameOf(name)} is an empty id"]) : value?.ToString());

    /// <summary>Writes a file; nothing where it is null.</summary>
    /// <exception cref="InvalidOperationException">The stream of the file was sent before and cannot be read again.</exception>
    public void WriteFile(string name, KantataFile? value)
    {
        if (value is not null)
        {
            Add(NameOf(name), value.FileName, value.CreateContent());
            CanBeSentAgain &= value.CanBeSentAgain;
        }
    }

    /// <summary>Writes a member of an open set.</summary>
    public void WriteValue<TSet>(string name, TSet? value)
        where TSet : struct, IValueSet<TSet> => WriteString(name, value?.Value);

    /// <summary>Writes members of an open set, each as a part of its own.</summary>
    public void WriteValues<TSet>(string name, IReadOnlyList<TSet>? values)
        where TSet : struct, IValueSet<TSet> => WriteParts(name, json => json.WriteValues(name, values));

    /// <summary>Writes a value of any kind. A list becomes parts called <c>name[]</c>, an object parts called <c>name[member]</c>.</summary>
    public void WriteElement(string name, JsonElement? value) => AddParts(NameOf(name), value ?? default);

    /// <summary>Writes texts, each as a part called <c>name[]</c>.</summary>
    public void WriteStrings(string name, IReadOnlyList<string>? values) => WriteParts(name, json => json.WriteStrings(name, values));

    /// <summary>Writes whole numbers, each as a part called <c>name[]</c>.</summary>
    public void WriteInt64s(string name, IReadOnlyList<long>? values) => WriteParts(name, json => json.WriteInt64s(name, values));

    /// <summary>Writes numbers with a fraction, each as a part called <c>name[]</c>.</summary>
    public void WriteDecimals(string name, IReadOnlyList<decimal>? values) => WriteParts(name, json => json.WriteDecimals(name, values));

    /// <summary>Writes an object whose members' names are data, each as a part called <c>name[member]</c>.</summary>
    public void WriteMap(string name, IReadOnlyDictionary<string, JsonElement>? value) => WriteParts(name, json => json.WriteMap(name, value));

    /// <summary>Writes an object of numbers whose members' names are data, each as a part called <c>name[member]</c>.</summary>
    public void WriteDecimalMap(string name, IReadOnlyDictionary<string, decimal>? value) => WriteParts(name, json => json.WriteDecimalMap(name, value));

    /// <summary>Writes an object of texts whose members' names are data, each as a part called <c>name[member]</c>.</summary>
    public void WriteStringMap(string name, IReadOnlyDictionary<string, string>? value) => WriteParts(name, json => json.WriteStringMap(name, value));

    /// <summary>Writes a reference, as parts called <c>name[key]</c> and <c>name[id]</c>.</summary>
    /// <exception cref="KantataRequestException">The reference has no key or no id.</exception>
    public void WriteReference(string name, KantataReference? value) => WriteParts(name, json => json.WriteReference(name, value));

    /// <summary>Writes a nested object, each member that was set as a part called <c>name[member]</c>.</summary>
    public void WriteObject(string name, RequestModel? value) => WriteParts(name, json => json.WriteObject(name, value));

    /// <summary>Writes ids, each as a part called <c>name[]</c>.</summary>
    /// <exception cref="KantataRequestException">One of the ids is the default value, which is no id.</exception>
    public void WriteIds<T>(string name, IReadOnlyList<Id<T>>? ids) => WriteParts(name, json => json.WriteIds(name, ids));

    /// <summary>Writes nested objects, each member that was set as a part called <c>name[][member]</c>.</summary>
    public void WriteObjects(string name, IReadOnlyList<RequestModel>? values) => WriteParts(name, json => json.WriteObjects(name, values));

    /// <summary>Writes nested objects by their names, each member that was set as a part called <c>name[key][member]</c>.</summary>
    public void WriteObjectMap<T>(string name, IReadOnlyDictionary<string, T>? values)
        where T : RequestModel => WriteParts(name, json => json.WriteObjectMap(name, values));

    /// <summary>Writes texts as one text, parted by commas.</summary>
    /// <exception cref="KantataRequestException">The list is empty, or one of its values is empty or holds a comma.</exception>
    public void WriteStringList(string name, IReadOnlyList<string>? values) => WriteParts(name, json => json.WriteStringList(name, values));

    /// <summary>Writes whole numbers as one text, parted by commas.</summary>
    /// <exception cref="KantataRequestException">The list is empty.</exception>
    public void WriteInt64List(string name, IReadOnlyList<long>? values) => WriteParts(name, json => json.WriteInt64List(name, values));

    /// <summary>Writes days as one text, parted by commas.</summary>
    /// <exception cref="KantataRequestException">The list is empty.</exception>
    public void WriteDateList(string name, IReadOnlyList<DateOnly>? values) => WriteParts(name, json => json.WriteDateList(name, values));

    /// <summary>Writes ids as one text, parted by commas.</summary>
    /// <exception cref="KantataRequestException">The list is empty, or one of its ids is the default value, which is no id.</exception>
    public void WriteIdList<T>(string name, IReadOnlyList<Id<T>>? ids) => WriteParts(name, json => json.WriteIdList(name, ids));

    private void WriteParts(string name, Action<RequestWriter> write) => AddParts(NameOf(name), RequestWriter.ToElement(write));

    // As servers of this kind read forms: brackets after a name lead into it.
    private void AddParts(string part, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty member in value.EnumerateObject())
                {
                    AddParts($"{part}[{member.Name}]", member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in value.EnumerateArray())
                {
                    AddParts($"{part}[]", item);
                }

                break;
            case JsonValueKind.Null or JsonValueKind.Undefined:
                AddText(part, null);
                break;
            default:
                AddText(part, value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText());
                break;
        }
    }

    private void AddText(string part, string? text) => Add(part, fileName: null, new ByteArrayContent(Encoding.UTF8.GetBytes(text ?? "")));

    private void Add(string part, string? fileName, HttpContent content)
    {
        // Written as browsers do, which every server reads: names in quotes and in UTF-8. The platform's own writer encodes them in ways that few decode.
        string disposition = $"form-data; name=\"{Escape(part)}\"";
        if (fileName is not null)
        {
            disposition += $"; filename=\"{Escape(fileName)}\"";
        }

        content.Headers.TryAddWithoutValidation("Content-Disposition", disposition);
        _form.Add(content);
    }

    private string NameOf(string name)
    {
        Names.Add(name);
        return _wrapper is null ? name : $"{_wrapper}[{name}]";
    }

    private static string Escape(string text) => text
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal)
        .Replace("\"", "%22", StringComparison.Ordinal);
}
