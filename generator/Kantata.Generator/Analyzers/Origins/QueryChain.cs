using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kantata.Generator.Analyzers.Origins;

/// <summary>The methods that are surely called on one query, one after another, as far as the code shows them.</summary>
internal sealed class QueryChain(KnownSymbols symbols, VariableUses variables)
{
    /// <summary>Whether a call changes a query.</summary>
    public bool IsLink(IInvocationOperation call) => symbols.IsQuery(call.TargetMethod.ContainingType) && symbols.IsQuery(call.Type);

    /// <summary>The calls that surely came before a call.</summary>
    public IEnumerable<IInvocationOperation> Before(IInvocationOperation call)
    {
        IOperation? query = call.Instance;
        HashSet<ISymbol> seen = new(SymbolEqualityComparer.Default);
        while (true)
        {
            switch (query)
            {
                case IInvocationOperation link when IsLink(link):
                    yield return link;
                    query = link.Instance;
                    break;
                case ILocalReferenceOperation local when seen.Add(local.Local) && variables.Of(local.Local, local) is [{ Value: { } only, Path.IsEmpty: true }]:
                    query = only;
                    break;
                default:
                    yield break;
            }
        }
    }

    /// <summary>The queries as they are sent in which a call is; null where they cannot be seen.</summary>
    public IReadOnlyList<IOperation>? FindSent(IInvocationOperation call)
    {
        List<IOperation> sent = [];
        return AddSent(call, sent, new HashSet<ISymbol>(SymbolEqualityComparer.Default)) && sent.Count > 0 ? sent : null;
    }

    private bool AddSent(IOperation query, List<IOperation> sent, HashSet<ISymbol> seen)
    {
        while (query.Parent is IInvocationOperation next && next.Instance == query && IsLink(next))
        {
            query = next;
        }

        IOperation inner = query;
        while (inner.Parent is IConversionOperation { OperatorMethod: null } conversion)
        {
            inner = conversion;
        }

        switch (inner.Parent)
        {
            case IForEachLoopOperation loop when loop.Collection == inner:
            case IInvocationOperation call when call.Instance == inner && symbols.IsListQuery(call.TargetMethod.ContainingType) && !KnownSymbols.IsWritten(call.TargetMethod):
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { IsExtensionMethod: true, ContainingNamespace: { } place } } } when IsOfFramework(place):
                sent.Add(query);
                return true;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { } local } declarator }:
                return seen.Add(local) && VariableUses.RootOf(declarator).Descendants()
                    .OfType<ILocalReferenceOperation>()
                    .Where(use => SymbolEqualityComparer.Default.Equals(use.Local, local))
                    .All(use => AddSent(use, sent, seen));
            default:
                return false;
        }
    }

    private static bool IsOfFramework(INamespaceSymbol place) => place.ToDisplayString().StartsWith("System", StringComparison.Ordinal);
}
