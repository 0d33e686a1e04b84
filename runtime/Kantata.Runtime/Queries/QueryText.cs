using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Kantata.Runtime;

/// <summary>Writes a query string, in pooled memory until it is read as text.</summary>
internal ref struct QueryText()
{
    // Left as they are, so that lists and ranges read as in the documents. Not the semicolon: servers once split there.
    private static readonly SearchValues<char> _plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~,:");

    private DefaultInterpolatedStringHandler _text = new(0, 0, CultureInfo.InvariantCulture);
    private bool _hasParameter;

    public static string Encode(string value)
    {
        if (!value.AsSpan().ContainsAnyExcept(_plain))
        {
            return value;
        }

        return Uri.EscapeDataString(value)
            .Replace("%2C", ",", StringComparison.Ordinal)
            .Replace("%3A", ":", StringComparison.Ordinal);
    }

    public void Add(string name, string value) => AddEncoded(name, Encode(value));

    public void Add(string name, int value) => AddEncoded(name, value.ToString(CultureInfo.InvariantCulture));

    public void AddEncoded(string name, string value)
    {
        if (_hasParameter)
        {
            _text.AppendLiteral("&");
        }

        _hasParameter = true;
        _text.AppendLiteral(Encode(name));
        _text.AppendLiteral("=");
        _text.AppendLiteral(value);
    }

    /// <summary>Gives the query string, and the memory back: nothing can be added after it.</summary>
    public string ToText() => _text.ToStringAndClear();
}
