using Kantata.Runtime;

namespace Kantata;

/// <summary>A filter by the number in a custom field, written <c>FIELD:NUMBER</c>.</summary>
public sealed class CustomFieldNumber : CustomFieldFilter
{
    private CustomFieldNumber(IdValue field, string value)
        : base(field, value)
    {
    }

    /// <summary>Keeps what has this number.</summary>
    /// <param name="field">The id of the custom field.</param>
    /// <param name="number">The number.</param>
    /// <exception cref="ArgumentException">The id is not a number.</exception>
    public static CustomFieldNumber Of(IdValue field, decimal number) => new(field, QueryValue.Of(number));
}
