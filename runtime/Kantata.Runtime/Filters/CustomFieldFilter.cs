namespace Kantata;

/// <summary>A filter by the value of a custom field.</summary>
public abstract class CustomFieldFilter : QueryFilter
{
    private protected CustomFieldFilter(IdValue field, string? value)
        : base(value is null ? NumberOf(field, nameof(field)) : $"{NumberOf(field, nameof(field))}:{value}") => Field = field;

    /// <summary>The id of the custom field.</summary>
    public IdValue Field { get; }
}
