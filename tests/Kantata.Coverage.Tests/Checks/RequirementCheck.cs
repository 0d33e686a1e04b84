using System.Reflection;
using Kantata.Coverage.Tests.Calls;
using Kantata.Coverage.Tests.List;

namespace Kantata.Coverage.Tests.Checks;

/// <summary>Compares what the compiler asks for, and the sets of values that it offers in requests, with the list.</summary>
internal static class RequirementCheck
{
    /// <summary>What differs.</summary>
    public static IEnumerable<string> Compare(ListedOperation operation, ClientCall call)
    {
        string[] parameters = [.. call.RequiredParameters];
        foreach (string required in operation.Required)
        {
            if (!parameters.Contains(CSharpName.Camel(required)) && Member(call.Request, required) is not { IsRequired: true })
            {
                yield return $"required: the compiler does not ask for {required}";
            }
        }

        foreach ((string field, IReadOnlyList<string> values) in operation.Sets)
        {
            if (Member(call.Request, field) is { } member && Missing(member.Type, values) is { Length: > 0 } missing)
            {
                yield return $"values: {field} is a {ListedValue.NameOf(member.Type)} that does not name {string.Join(", ", missing)}";
            }
        }
    }

    private static string[] Missing(Type type, IReadOnlyList<string> values)
    {
        Type set = ListedValue.ListItem(type) ?? Nullable.GetUnderlyingType(type) ?? type;
        return ListedValue.IsValueSet(set) ? [.. values.Except(ListedValue.NamedValues(set))] : [.. values];
    }

    private static (Type Type, bool IsRequired)? Member(Type? request, string path)
    {
        (Type Type, bool IsRequired)? member = null;
        Type? type = request;
        foreach (string part in path.Split('.').Where(static part => part != "*"))
        {
            PropertyInfo? property = type?.GetProperty(CSharpName.Pascal(part));
            if (property is null)
            {
                return null;
            }

            member = (property.PropertyType, RequestFiller.IsRequired(property));
            type = ListedValue.MapItem(property.PropertyType) ?? ListedValue.ListItem(property.PropertyType) ?? property.PropertyType;
        }

        return member;
    }
}
