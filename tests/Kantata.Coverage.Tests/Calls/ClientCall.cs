using System.Reflection;
using System.Text.Json;
using Kantata.Coverage.Tests.List;

namespace Kantata.Coverage.Tests.Calls;

/// <summary>A call of the generated client, found by its name and made as a user would make it.</summary>
internal sealed class ClientCall
{
    /// <summary>The page that lists are read at.</summary>
    public const int PageNumber = 2;

    /// <summary>The size of the pages that lists are read in.</summary>
    public const int PageSize = 50;

    private readonly ListedOperation _operation;
    private readonly CallPlan _plan;
    private readonly PropertyInfo _resource;
    private readonly MethodInfo _method;

    private ClientCall(ListedOperation operation, CallPlan plan, PropertyInfo resource, MethodInfo method)
    {
        _operation = operation;
        _plan = plan;
        _resource = resource;
        _method = method;
    }

    /// <summary>Whether the method answers a list, of which a page is read.</summary>
    public bool IsList => IsQuery(_method.ReturnType);

    /// <summary>The request that the method takes; null for none.</summary>
    public Type? Request => _method.GetParameters()
        .Select(static parameter => ListedValue.ListItem(parameter.ParameterType) ?? parameter.ParameterType)
        .FirstOrDefault(RequestFiller.IsModel);

    /// <summary>The query that the method takes or answers; null for none.</summary>
    public Type? Query => IsList ? _method.ReturnType : _method.GetParameters()
        .Where(static parameter => IsQueryLambda(parameter.ParameterType))
        .Select(static parameter => parameter.ParameterType.GetGenericArguments()[0])
        .FirstOrDefault();

    /// <summary>The parameters that a call cannot leave out.</summary>
    public IEnumerable<string> RequiredParameters => _method.GetParameters().Where(static parameter => !parameter.HasDefaultValue).Select(static parameter => parameter.Name!);

    /// <summary>Finds the method of an operation.</summary>
    /// <exception cref="CoverageException">The client has none of the name, or none with the operation's parameters.</exception>
    public static ClientCall Find(ListedOperation operation, CallPlan plan)
    {
        string[] names = (plan.Items is null ? operation.Call : operation.Bulk!.Call).Split('.');
        PropertyInfo resource = typeof(KantataClient).GetProperty(names[0]) ?? throw new CoverageException($"the client has no {names[0]}");
        List<MethodInfo> methods = [.. resource.PropertyType.GetMethods().Where(method => method.Name == names[1] && !TakesStream(method))];
        return methods.Count == 0
            ? throw new CoverageException($"{names[0]} has no {names[1]}")
            : new ClientCall(operation, plan, resource, methods.MaxBy(method => Fit(method, operation))!);
    }

    /// <summary>Makes the call and answers what it answered, null for nothing.</summary>
    /// <exception cref="CoverageException">The method has other parameters than the operation.</exception>
    public async Task<object?> InvokeAsync(KantataClient client)
    {
        HashSet<string> given = new(StringComparer.Ordinal);
        ParameterInfo[] parameters = _method.GetParameters();
        object?[] arguments = new object?[parameters.Length];
        foreach (ParameterInfo parameter in parameters)
        {
            arguments[parameter.Position] = Argument(parameter, given);
        }

        object resource = _resource.GetValue(client)!;
        foreach (ParameterInfo parameter in parameters.Where(static parameter => IsQueryLambda(parameter.ParameterType)))
        {
            arguments[parameter.Position] = QueryLambda.Make(parameter.ParameterType.GetGenericArguments()[0], query => Apply(query, given));
        }

        if (Query is null)
        {
            CheckNothingIsLeft(given);
        }

        object result = Unwrapped(() => _method.Invoke(resource, arguments)!);
        if (IsList)
        {
            object query = Apply(result, given);
            result = Unwrapped(() => query.GetType().GetMethod("GetPageAsync")!.Invoke(query, [PageNumber, PageSize, CancellationToken.None])!);
        }

        await (Task)result;
        return IsList || _method.ReturnType.IsGenericType ? result.GetType().GetProperty("Result")!.GetValue(result) : null;
    }

    // The same many, as they come: one way of giving them shows what is sent.
    private static bool TakesStream(MethodInfo method) => method.GetParameters().Any(static parameter =>
        parameter.ParameterType.IsGenericType && parameter.ParameterType.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>));

    private object? Argument(ParameterInfo parameter, HashSet<string> given)
    {
        Type type = parameter.ParameterType;
        if (type == typeof(CancellationToken))
        {
            return CancellationToken.None;
        }

        if (IsQueryLambda(type))
        {
            return null;
        }

        string place = parameter.Name!;
        foreach ((string name, JsonElement value) in _operation.Path)
        {
            if (CSharpName.Camel(name) == parameter.Name)
            {
                return ListedValue.Of(value, type, place);
            }
        }

        foreach (ListedParameter listed in _operation.Query)
        {
            if (CSharpName.Camel(listed.N) == parameter.Name && !RequestFiller.IsModel(type))
            {
                given.Add(listed.N);
                return ListedValue.Of(listed.Value, type, place);
            }
        }

        if (_plan.Items is { } items && !parameter.HasDefaultValue)
        {
            return ListedValue.Of(JsonSerializer.SerializeToElement(items), type, place);
        }

        return ListedBody.Find(_operation, parameter.Name!, RequestFiller.IsModel(type)) is { } body ? ListedValue.Of(body, type, place)
            : parameter.HasDefaultValue ? parameter.DefaultValue
            : throw new CoverageException($"the method asks for {parameter.Name}, which the operation does not have");
    }

    /// <summary>Sets on a query what the call has not yet given to the method.</summary>
    private object Apply(object query, HashSet<string> given)
    {
        foreach (ListedParameter parameter in _operation.Query.Where(parameter => (_plan.Everything || _operation.Needs.Contains(parameter.N)) && !given.Contains(parameter.N)))
        {
            query = QueryMethods.Set(query, parameter);
        }

        if (_plan.Everything)
        {
            query = _operation.Include.Aggregate(query, static (all, include) => QueryMethods.Call(all, "Include" + CSharpName.Pascal(include.N)));
            query = _operation.OptionalFields.Aggregate(query, static (all, field) => QueryMethods.Call(all, "With" + CSharpName.Pascal(field)));
        }

        return _plan.Order is { } order ? QueryMethods.Order(query, order) : query;
    }

    private void CheckNothingIsLeft(HashSet<string> given)
    {
        string[] left = _plan.Everything
            ? [
                .. _operation.Query.Select(static parameter => parameter.N).Where(name => !given.Contains(name)),
                .. _operation.Include.Select(static include => "include " + include.N),
                .. _operation.OptionalFields.Select(static field => "optional field " + field),
            ]
            : [];
        if (left.Length > 0)
        {
            throw new CoverageException($"{_method.Name} takes no query, so these cannot be set: {string.Join(", ", left)}");
        }
    }

    /// <summary>How well a method's parameters fit an operation: overloads differ in what stands in the path.</summary>
    private static int Fit(MethodInfo method, ListedOperation operation)
    {
        string[] names = [.. method.GetParameters().Where(static parameter => !parameter.HasDefaultValue).Select(static parameter => parameter.Name!)];
        string[] path = [.. operation.Path.Keys.Select(CSharpName.Camel)];
        return path.Count(names.Contains) - names.Count(name => name == "id" && !path.Contains(name));
    }

    private static bool IsQuery(Type type) => typeof(Runtime.QueryBase).IsAssignableFrom(type);

    private static bool IsQueryLambda(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Func<,>) && IsQuery(type.GetGenericArguments()[0]);

    private static object Unwrapped(Func<object> invocation)
    {
        try
        {
            return invocation();
        }
        catch (TargetInvocationException fault) when (fault.InnerException is not null)
        {
            throw fault.InnerException;
        }
    }
}
