using System.Diagnostics.CodeAnalysis;
using Kantata.Emulator.Operations;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Routing;

/// <summary>Finds the operation that a request asks for.</summary>
internal sealed class RouteTable
{
    private const string Extension = ".json";

    private readonly List<(Route Route, OperationHandler Handler)> _routes;

    public RouteTable(EmulatedApi api, ApiModel model)
    {
        _routes = [.. model.Resources
            .SelectMany(resource => resource.Operations)
            .Select(operation => (Route: new Route(operation.Method, operation.Path), Handler: OperationHandlers.Create(api, operation)))
            .OrderBy(entry => entry.Route.ParameterCount)];
    }

    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path below the base address; <c>.json</c> at its end means nothing, as on the server.</param>
    /// <param name="handler">What carries the operation out.</param>
    /// <param name="arguments">The values of the path's parameters.</param>
    public bool TryFind(
        string method,
        string path,
        [NotNullWhen(true)] out OperationHandler? handler,
        [NotNullWhen(true)] out IReadOnlyDictionary<string, string>? arguments)
    {
        string[] segments = Route.Split(path.EndsWith(Extension, StringComparison.Ordinal) ? path[..^Extension.Length] : path);
        foreach ((Route route, OperationHandler candidate) in _routes)
        {
            if (route.TryMatch(method, segments, out arguments))
            {
                handler = candidate;
                return true;
            }
        }

        handler = null;
        arguments = null;
        return false;
    }
}
