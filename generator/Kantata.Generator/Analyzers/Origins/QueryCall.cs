using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kantata.Generator.Analyzers.Origins;

/// <summary>The call that begins a query of a list, or that asks for one object or several.</summary>
/// <param name="Call">The call on the resource.</param>
/// <param name="Query">The type of the query: what includes can be added to.</param>
/// <param name="Entity">The type of the objects that are asked for.</param>
internal sealed record QueryCall(IInvocationOperation Call, INamedTypeSymbol Query, ITypeSymbol Entity)
{
    /// <summary>Whether it is the same place in the code.</summary>
    public bool Equals(QueryCall? other) => other is not null && Call.Syntax == other.Call.Syntax;

    /// <inheritdoc/>
    public override int GetHashCode() => Call.Syntax.GetHashCode();

    /// <summary>Whether the query has a method without parameters of a name.</summary>
    public bool Offers(string method) =>
        Query.GetMembers(method).Any(member => member is IMethodSymbol { Parameters.IsEmpty: true, IsStatic: false });
}
