using System.Reflection;
using System.Text.Json;
using Kantata.Coverage.Tests.List;

namespace Kantata.Coverage.Tests.Calls;

/// <summary>Calls the methods of queries.</summary>
internal static class QueryMethods
{
    /// <summary>Sets a parameter.</summary>
    /// <exception cref="CoverageException">The query cannot set it to such a value.</exception>
    public static object Set(object query, ListedParameter parameter)
    {
        MethodInfo[] methods = Methods(query, CSharpName.Pascal(parameter.N));
        JsonElement[] values = parameter.Range ? [.. parameter.Value.EnumerateArray()] : [parameter.Value];
        string refusal = "";
        foreach (MethodInfo method in methods.Where(method => method.GetParameters().Length == values.Length))
        {
            try
            {
                object[] arguments = method.GetParameters().Zip(values, (argument, value) => ListedValue.Of(value, argument.ParameterType, parameter.N)).ToArray();
                CheckValues(method.GetParameters()[0].ParameterType, parameter);
                return Invoke(method, query, arguments);
            }
            catch (CoverageException fault)
            {
                refusal = fault.Message;
            }
        }

        throw new CoverageException(refusal.Length > 0 ? refusal : $"{query.GetType().Name}.{methods[0].Name} does not take {values.Length} values");
    }

    /// <summary>Calls a method without arguments.</summary>
    /// <exception cref="CoverageException">There is none.</exception>
    public static object Call(object query, string name) =>
        Invoke(Methods(query, name).FirstOrDefault(static method => method.GetParameters().Length == 0) ?? throw new CoverageException($"{name} takes arguments"), query, []);

    /// <summary>Sets the order: <c>created_at:desc</c> is <c>OrderByCreatedAtDescending()</c>.</summary>
    /// <exception cref="CoverageException">The query does not have it.</exception>
    public static object Order(object query, JsonElement order)
    {
        string name = OrderName(order);
        if (order.ValueKind == JsonValueKind.String)
        {
            return Call(query, name);
        }

        MethodInfo method = Methods(query, name)[0];
        return Invoke(method, query, [ListedValue.Of(order.GetProperty("value"), method.GetParameters()[0].ParameterType, "order")]);
    }

    /// <summary>What an order is over the wire.</summary>
    public static string WireOf(JsonElement order) => order.ValueKind == JsonValueKind.String ? order.GetString()! : order.GetProperty("wire").GetString()!;

    /// <summary>The methods of a query that belong to nothing in the list.</summary>
    public static IEnumerable<string> Surplus(Type query, ListedOperation operation)
    {
        IEnumerable<string> listed = operation.Query.Select(static parameter => parameter.N).Select(CSharpName.Pascal)
            .Concat(operation.Include.Select(static include => "Include" + CSharpName.Pascal(include.N)))
            .Concat(operation.OptionalFields.Select(static field => "With" + CSharpName.Pascal(field)))
            .Concat(operation.Order.Select(OrderName));
        return query.GetMethods().Where(static method => !IsOfEveryQuery(method)).Select(static method => method.Name).Distinct().Except(listed);
    }

    // What the runtime has for some queries only is a method of those like any other.
    private static bool IsOfEveryQuery(MethodInfo method) =>
        method.DeclaringType is not { IsGenericType: true } type ? method.DeclaringType == typeof(object)
        : type.GetGenericTypeDefinition() is var of && (of == typeof(Query<>) || of == typeof(ListQuery<,>) || of == typeof(EntityQuery<>));

    private static string OrderName(JsonElement order)
    {
        string[] wire = WireOf(order).Split(':');
        return "OrderBy" + CSharpName.Pascal(order.ValueKind == JsonValueKind.String ? wire[0] : order.GetProperty("n").GetString()!) + (wire[^1] == "desc" ? "Descending" : "");
    }

    private static void CheckValues(Type type, ListedParameter parameter)
    {
        Type item = ListedValue.ListItem(type) ?? type;
        if (parameter.Values.Count > 0)
        {
            string[] missing = ListedValue.IsValueSet(item) ? [.. parameter.Values.Except(ListedValue.NamedValues(item))] : [.. parameter.Values];
            if (missing.Length > 0)
            {
                throw new CoverageException($"{parameter.N} is a {ListedValue.NameOf(item)} that does not name {string.Join(", ", missing)}");
            }
        }
    }

    private static MethodInfo[] Methods(object query, string name)
    {
        MethodInfo[] methods = [.. query.GetType().GetMethods().Where(method => method.Name == name)];
        return methods.Length > 0 ? methods : throw new CoverageException($"{query.GetType().Name} has no {name}");
    }

    private static object Invoke(MethodInfo method, object query, object[] arguments)
    {
        try
        {
            return method.Invoke(query, arguments)!;
        }
        catch (TargetInvocationException fault) when (fault.InnerException is not null)
        {
            throw fault.InnerException;
        }
    }
}
