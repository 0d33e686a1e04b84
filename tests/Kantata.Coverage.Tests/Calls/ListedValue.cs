using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Kantata.Coverage.Tests.Calls;

/// <summary>Makes the C# value that a user would write of a value of the list.</summary>
internal static class ListedValue
{
    private static readonly Dictionary<Type, Func<JsonElement, object>> _scalars = new()
    {
        [typeof(string)] = static value => value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : throw new FormatException(),
        [typeof(long)] = static value => value.GetInt64(),
        [typeof(IdValue)] = static value => new IdValue(value.GetInt64()),
        [typeof(int)] = static value => value.GetInt32(),
        [typeof(decimal)] = static value => value.GetDecimal(),
        [typeof(bool)] = static value => value.ValueKind == JsonValueKind.String ? bool.Parse(value.GetString()!) : value.GetBoolean(),
        [typeof(DateOnly)] = static value => DateOnly.ParseExact(value.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        [typeof(DateTimeOffset)] = static value => value.GetDateTimeOffset(),
        [typeof(JsonElement)] = static value => value,
        [typeof(KantataFile)] = static value => KantataFile.FromBytes(Encoding.UTF8.GetBytes(value.GetProperty("bytes").GetString()!), value.GetProperty("file").GetString()!),
    };

    /// <summary>Makes the value.</summary>
    /// <exception cref="CoverageException">No value of the type says what the list says.</exception>
    public static object Of(JsonElement value, Type type, string place)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        try
        {
            return _scalars.TryGetValue(type, out Func<JsonElement, object>? read) ? read(value)
                : IsValueSet(type) ? Invoke(type.GetMethod("From", [typeof(string)])!, value.GetString())
                : IsId(type) ? IdOf(value, type)
                : RequestFiller.IsModel(type) ? RequestFiller.Fill(type, value, place)
                : MapItem(type) is { } mapped ? MapOf(value, mapped, place)
                : ListItem(type) is { } item ? ListOf(value, item, place)
                : TermOf(value, type, place);
        }
        catch (Exception fault) when (fault is InvalidOperationException or FormatException)
        {
            throw new CoverageException($"{place} is a {NameOf(type)} and cannot be {value.GetRawText()}");
        }
    }

    /// <summary>Whether a type is an open set of values.</summary>
    public static bool IsValueSet(Type type) =>
        type.GetInterfaces().Any(static contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IValueSet<>));

    /// <summary>Whether a type is an id.</summary>
    public static bool IsId(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Id<>);

    /// <summary>The values that a set names.</summary>
    public static IReadOnlyList<string> NamedValues(Type set) => set
        .GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Where(property => property.PropertyType == set)
        .Select(static property => property.GetValue(null)!.ToString()!)
        .ToList();

    /// <summary>The type of the items of a list; null for what is no list.</summary>
    public static Type? ListItem(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(IEnumerable<>) || type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)) ? type.GetGenericArguments()[0]
        : null;

    /// <summary>The type of the values of a map; null for what is no map.</summary>
    public static Type? MapItem(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) ? type.GetGenericArguments()[1] : null;

    /// <summary>A type as a reader would write it.</summary>
    public static string NameOf(Type type) => Nullable.GetUnderlyingType(type) is { } value ? NameOf(value) + "?"
        : type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
        : type.Name;

    private static object IdOf(JsonElement value, Type type) => value.ValueKind == JsonValueKind.Number
        ? Invoke(type.GetMethod("op_Implicit", [typeof(long)])!, value.GetInt64())
        : Invoke(type.GetMethod("op_Explicit", [typeof(string)])!, value.GetString());

    private static Array ListOf(JsonElement value, Type item, string place)
    {
        // What goes over the wire as one text is a list to the user.
        List<JsonElement> values = value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray()]
            : [.. value.GetString()!.Split(',').Select(text => Scalar(text, item))];
        Array list = Array.CreateInstance(item, values.Count);
        for (int index = 0; index < values.Count; index++)
        {
            list.SetValue(Of(values[index], item, $"{place}[{index}]"), index);
        }

        return list;
    }

    private static JsonElement Scalar(string text, Type item) => JsonSerializer.SerializeToElement<object>(
        (item == typeof(long) || IsId(item)) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : text);

    private static IDictionary MapOf(JsonElement value, Type item, string place)
    {
        IDictionary map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), item))!;
        foreach (JsonProperty member in value.EnumerateObject())
        {
            map.Add(member.Name, Of(member.Value, item, $"{place}.{member.Name}"));
        }

        return map;
    }

    /// <summary>A term of a small query language: <c>{"Of":{"field":7,"number":3}}</c> is <c>CustomFieldNumber.Of(field: 7, number: 3)</c>.</summary>
    private static object TermOf(JsonElement value, Type type, string place)
    {
        if (value.ValueKind != JsonValueKind.Object || value.EnumerateObject().ToArray() is not [{ Value.ValueKind: JsonValueKind.Object } maker])
        {
            throw new FormatException();
        }

        MethodInfo method = type.GetMethod(maker.Name, BindingFlags.Public | BindingFlags.Static) ?? throw new FormatException();
        object?[] arguments = method.GetParameters()
            .Select(parameter => maker.Value.TryGetProperty(parameter.Name!, out JsonElement part) ? Of(part, parameter.ParameterType, $"{place}.{parameter.Name}")
                : parameter.HasDefaultValue ? parameter.DefaultValue
                : throw new FormatException())
            .ToArray();
        return method.Invoke(null, arguments)!;
    }

    private static object Invoke(MethodInfo method, object? argument) => method.Invoke(null, [argument])!;
}
