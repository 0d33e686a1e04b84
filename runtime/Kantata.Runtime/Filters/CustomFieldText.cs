using System.Buffers;

namespace Kantata;

/// <summary>
/// A filter by the text in a custom field, written <c>FIELD:TEXT</c>, or <c>FIELD</c> for any text. Of several texts that are
/// asked for in one field, either is enough.
/// </summary>
public sealed class CustomFieldText : CustomFieldFilter
{
    private static readonly SearchValues<char> _separators = SearchValues.Create("():;");

    private CustomFieldText(IdValue field, string? value)
        : base(field, value)
    {
    }

    /// <summary>Keeps what has this text.</summary>
    /// <param name="field">The id of the custom field.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentException">The id is not a number, or the text is blank or holds a parenthesis, colon or semicolon, which part filters and cannot be escaped.</exception>
    public static CustomFieldText Of(IdValue field, string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return text.AsSpan().ContainsAny(_separators)
            ? throw new ArgumentException($"The text \"{text}\" holds a parenthesis, a colon or a semicolon, which part the filters.", nameof(text))
            : new(field, text);
    }

    /// <summary>Keeps what has any text in the field.</summary>
    /// <param name="field">The id of the custom field.</param>
    /// <exception cref="ArgumentException">The id is not a number.</exception>
    public static CustomFieldText Any(IdValue field) => new(field, null);
}
