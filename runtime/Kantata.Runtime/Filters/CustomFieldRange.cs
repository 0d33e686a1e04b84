using Kantata.Runtime;

namespace Kantata;

/// <summary>A filter by the number in a custom field, written <c>FIELD:MIN:MAX</c>.</summary>
public sealed class CustomFieldRange : CustomFieldFilter
{
    private CustomFieldRange(IdValue field, string value)
        : base(field, value)
    {
    }

    /// <summary>Keeps what has a number in a range.</summary>
    /// <param name="field">The id of the custom field.</param>
    /// <param name="min">The smallest number.</param>
    /// <param name="max">The largest number.</param>
    /// <exception cref="ArgumentException">The id is not a number, or the range ends before it begins.</exception>
    public static CustomFieldRange Between(IdValue field, long min, long max) =>
        new(field, QueryValue.Range<long>(nameof(min), min, max, ':', QueryValue.Of));
}
