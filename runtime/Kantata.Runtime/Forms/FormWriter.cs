using System.ComponentModel;
using System.Text;

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

    /// <summary>Writes a text.</summary>
    public void Write(string name, string? value) => Add(name, fileName: null, new ByteArrayContent(Encoding.UTF8.GetBytes(value ?? "")));

    /// <summary>Writes a whole number.</summary>
    public void Write(string name, long? value) => Write(name, value is { } number ? QueryValue.Of(number) : null);

    /// <summary>Writes a number with a fraction.</summary>
    public void Write(string name, decimal? value) => Write(name, value is { } number ? QueryValue.Of(number) : null);

    /// <summary>Writes true or false.</summary>
    public void Write(string name, bool? value) => Write(name, value is { } truth ? QueryValue.Of(truth) : null);

    /// <summary>Writes a day, as <c>2026-01-31</c>.</summary>
    public void Write(string name, DateOnly? value) => Write(name, value is { } date ? QueryValue.Of(date) : null);

    /// <summary>Writes a moment, in ISO 8601 with its offset.</summary>
    public void Write(string name, DateTimeOffset? value) => Write(name, value is { } moment ? QueryValue.Of(moment) : null);

    /// <summary>Writes an id.</summary>
    /// <exception cref="KantataRequestException">The id is the default value, which is no id.</exception>
    public void Write<T>(string name, Id<T> value) =>
        Write(name, value.IsEmpty ? throw new KantataRequestException([$"{NameOf(name)} is an empty id"]) : value.ToString());

    /// <inheritdoc cref="Write{T}(string, Id{T})"/>
    public void Write<T>(string name, Id<T>? value)
    {
        if (value is { } id)
        {
            Write(name, id);
        }
        else
        {
            Write(name, (string?)null);
        }
    }

    /// <summary>Writes a file; nothing where it is null.</summary>
    /// <exception cref="InvalidOperationException">The stream of the file was sent before and cannot be read again.</exception>
    public void Write(string name, KantataFile? value)
    {
        if (value is not null)
        {
            Add(name, value.FileName, value.CreateContent());
            CanBeSentAgain &= value.CanBeSentAgain;
        }
    }

    /// <summary>Writes a member of an open set.</summary>
    public void WriteValue<TSet>(string name, TSet value)
        where TSet : struct, IValueSet<TSet> => Write(name, value.Value);

    /// <summary>Writes a member of an open set.</summary>
    public void WriteValue<TSet>(string name, TSet? value)
        where TSet : struct, IValueSet<TSet> => Write(name, value?.Value);

    private void Add(string name, string? fileName, HttpContent content)
    {
        // Written as browsers do, which every server reads: names in quotes and in UTF-8. The platform's own writer encodes them in ways that few decode.
        string disposition = $"form-data; name=\"{Escape(NameOf(name))}\"";
        if (fileName is not null)
        {
            disposition += $"; filename=\"{Escape(fileName)}\"";
        }

        content.Headers.TryAddWithoutValidation("Content-Disposition", disposition);
        _form.Add(content);
    }

    private string NameOf(string name) => _wrapper is null ? name : $"{_wrapper}[{name}]";

    private static string Escape(string text) => text
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal)
        .Replace("\"", "%22", StringComparison.Ordinal);
}
