using System.Text.Json;
using Kantata.Coverage.Tests.Calls;
using Kantata.Coverage.Tests.List;

namespace Kantata.Coverage.Tests.Checks;

/// <summary>Compares the type of a property with what the facts say of its field.</summary>
internal static class FieldType
{
    /// <summary>What differs; null for nothing.</summary>
    public static string? Differs(ListedField field, Type property)
    {
        Type type = Nullable.GetUnderlyingType(property) ?? property;
        Type? item = ListedValue.ListItem(type);
        bool isRight = field.Is switch
        {
            FieldForm.Text => type == typeof(string),
            FieldForm.Long => type == typeof(long),
            FieldForm.Decimal => type == typeof(decimal),
            FieldForm.Bool => type == typeof(bool),
            FieldForm.Date => type == typeof(DateOnly),
            FieldForm.Moment => type == typeof(DateTimeOffset),
            FieldForm.Id => IsIdOf(type, field.Of),
            FieldForm.Ids => item is not null && IsIdOf(item, field.Of),
            FieldForm.Set => ListedValue.IsValueSet(type),
            FieldForm.Texts => item == typeof(string),
            FieldForm.Longs => item == typeof(long),
            FieldForm.Numbers => ListedValue.MapItem(type) == typeof(decimal),
            FieldForm.Ref => type == typeof(KantataReference),
            FieldForm.Json => type == typeof(JsonElement),
            _ => true,
        };
        string[] unnamed = isRight && field.Is == FieldForm.Set ? [.. field.Values.Except(ListedValue.NamedValues(type))] : [];
        return !isRight ? $"is typed {ListedValue.NameOf(type)} instead of {field.Is}{(field.Of is null ? "" : " of " + field.Of)}"
            : unnamed.Length > 0 ? $"does not name {string.Join(", ", unnamed)}"
            : null;
    }

    private static bool IsIdOf(Type type, string? entity) => entity is null
        ? ListedValue.IsId(type) || type == typeof(long) || type == typeof(string)
        : ListedValue.IsId(type) && type.GetGenericArguments()[0].Name == entity;
}
