using System.Collections;
using System.Globalization;
using System.Reflection;
using Kantata.Benchmarks.Decoding;
using Kantata.Runtime;

namespace Kantata.Json.Tests;

/// <summary>Compares what was read into an entity with what was read into its plain twin.</summary>
internal sealed class SameValues
{
    private readonly (PropertyInfo Plain, PropertyInfo Entity, bool NeedsCall, SameValues? Nested)[] _members;

    public SameValues(Type plain, Type entity)
    {
        _members =
        [
            .. plain.GetProperties().Select(member =>
            {
                PropertyInfo same = entity.GetProperty(member.Name) ?? throw new InvalidOperationException($"{entity.Name} has no {member.Name}.");
                return (member, same, same.IsDefined(typeof(AvailableWithAttribute)), typeof(PlainObject).IsAssignableFrom(member.PropertyType) ? new SameValues(member.PropertyType, same.PropertyType) : null);
            }),
        ];
    }

    /// <summary>The first member that differs, with both values; null where none does.</summary>
    public string? Difference(object plain, object entity)
    {
        foreach ((PropertyInfo plainMember, PropertyInfo entityMember, bool needsCall, SameValues? nested) in _members)
        {
            // What did not come and was not asked for throws when it is read.
            object? expected = plainMember.GetValue(plain);
            object? actual = expected is null && needsCall ? null : entityMember.GetValue(entity);
            string? difference = nested is not null && expected is not null && actual is not null ? nested.Difference(expected, actual)
                : Text(expected) == Text(actual) ? null
                : $"{Text(expected)} and {Text(actual)}";
            if (difference is not null)
            {
                return $"{plainMember.Name}: {difference}";
            }
        }

        return null;
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        DateTimeOffset moment => moment.ToString("O", CultureInfo.InvariantCulture),
        IEnumerable items => "[" + string.Join('|', items.Cast<object>().Select(Text)) + "]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),

        // An id that did not come is the default value in the place where an entity's own id is.
        _ when value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Id<>) && value.ToString() is "" => null,
        _ => value.ToString(),
    };
}
