using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Kantata.Coverage.Tests.Calls;

/// <summary>Makes requests of the bodies of the list.</summary>
internal static class RequestFiller
{
    /// <summary>Whether a type is a request, or a part of one.</summary>
    public static bool IsModel(Type type) => typeof(KantataRequest).IsAssignableFrom(type);

    /// <summary>Makes a request and sets the member of each field.</summary>
    /// <exception cref="CoverageException">A field has no member, or one of another type, or a member has no field.</exception>
    public static object Fill(Type type, JsonElement fields, string place)
    {
        if (fields.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException();
        }

        object request = Activator.CreateInstance(type)!;
        string[] names = [.. fields.EnumerateObject().Select(static field => CSharpName.Pascal(field.Name))];
        if (type.GetProperties().FirstOrDefault(member => !names.Contains(member.Name)) is { } unknown)
        {
            throw new CoverageException($"{place}: {type.Name} has {unknown.Name}, which the operation does not have");
        }

        foreach (JsonProperty field in fields.EnumerateObject())
        {
            PropertyInfo member = Member(type, field.Name, place);
            member.SetValue(request, ListedValue.Of(field.Value, member.PropertyType, $"{place}.{field.Name}"));
        }

        return request;
    }

    /// <summary>The member of a field.</summary>
    /// <exception cref="CoverageException">There is none.</exception>
    public static PropertyInfo Member(Type type, string field, string place) =>
        type.GetProperty(CSharpName.Pascal(field)) ?? throw new CoverageException($"{place}: {type.Name} has no {CSharpName.Pascal(field)}");

    /// <summary>Whether the compiler asks for a member.</summary>
    public static bool IsRequired(PropertyInfo member) => member.IsDefined(typeof(RequiredMemberAttribute), inherit: false);
}
