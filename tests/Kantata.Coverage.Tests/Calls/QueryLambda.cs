using System.Reflection;

namespace Kantata.Coverage.Tests.Calls;

/// <summary>Makes the lambda that a call takes to say what to ask for.</summary>
internal static class QueryLambda
{
    private static readonly MethodInfo _make = typeof(QueryLambda).GetMethod(nameof(MakeTyped), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Makes a <see cref="Func{T, TResult}"/> from a query to a query.</summary>
    public static object Make(Type query, Func<object, object> apply) => _make.MakeGenericMethod(query).Invoke(null, [apply])!;

    private static Func<T, T> MakeTyped<T>(Func<object, object> apply)
        where T : class => query => (T)apply(query);
}
