namespace Kantata;

/// <summary>A filter by the choices in a custom field, written <c>FIELD:CHOICE,CHOICE</c> or <c>FIELD:blank</c>.</summary>
public sealed class CustomFieldChoices : CustomFieldFilter
{
    private CustomFieldChoices(IdValue field, string value)
        : base(field, value)
    {
    }

    /// <summary>Keeps what has these choices.</summary>
    /// <param name="field">The id of the custom field.</param>
    /// <param name="choices">The ids of the choices.</param>
    /// <exception cref="ArgumentException">There is no choice, or an id is not a number.</exception>
    public static CustomFieldChoices Of(IdValue field, params IdValue[] choices)
    {
        string numbers = NumbersOf(choices, nameof(choices));
        return numbers.Length > 0 ? new(field, numbers) : throw new ArgumentException("There is no choice.", nameof(choices));
    }

    /// <summary>Keeps what has no choice in the field.</summary>
    /// <param name="field">The id of the custom field.</param>
    /// <exception cref="ArgumentException">The id is not a number.</exception>
    public static CustomFieldChoices Blank(IdValue field) => new(field, "blank");
}
