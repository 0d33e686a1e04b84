using System.Globalization;

namespace Kantata;

/// <summary>A filter that the API writes in a small language of its own. Filters that are written alike are equal.</summary>
public abstract class QueryFilter : IEquatable<QueryFilter>
{
    private readonly string _text;

    private protected QueryFilter(string text) => _text = text;

    /// <summary>The filter as the API writes it.</summary>
    public sealed override string ToString() => _text;

    /// <inheritdoc/>
    public bool Equals(QueryFilter? other) => other is not null && other.GetType() == GetType() && other._text == _text;

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as QueryFilter);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    // The grammars know numbers only: an id of text would be read as something else.
    private protected static string NumberOf(IdValue id, string parameter) => id.TryGetNumber(out long number)
        ? number.ToString(CultureInfo.InvariantCulture)
        : throw new ArgumentException(id.IsEmpty ? "The id is empty." : $"The id \"{id}\" is not a number.", parameter);

    private protected static string NumbersOf(IEnumerable<IdValue> ids, string parameter)
    {
        ArgumentNullException.ThrowIfNull(ids, parameter);
        return string.Join(',', ids.Select(id => NumberOf(id, parameter)));
    }
}
