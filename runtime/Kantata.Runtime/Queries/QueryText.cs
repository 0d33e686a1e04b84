using System.Buffers;
using System.Globalization;
using System.Text;

namespace Kantata.Runtime;

/// <summary>Writes a query string.</summary>
internal sealed class QueryText
{
    // Left as they are, so that lists and ranges read as in the documents. Not the semicolon: servers once split there.
    private static readonly SearchValues<char> _plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~,:");

    private readonly StringBuilder _text = new();

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
        if (_text.Length > 0)
        {
            _text.Append('&');
        }

        _text.Append(Encode(name)).Append('=').Append(value);
    }

    public override string ToString() => _text.ToString();
}
