using Kantata.Generator.Analyzers.Origins;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Kantata.Generator.Analyzers.Values;

/// <summary>Answers whether a request is surely sent as it was made: nobody can set more of it before.</summary>
internal sealed class SentRequests(KnownSymbols symbols, VariableUses variables)
{
    /// <summary>Whether a value is surely sent as it is.</summary>
    public bool IsSentAsIs(IOperation value)
    {
        IOperation inner = value;
        for (IOperation? outer = value.Parent; outer is not null; inner = outer, outer = outer.Parent)
        {
            switch (outer)
            {
                case IArgumentOperation { Parent: IInvocationOperation call }:
                    if (Sends(call))
                    {
                        return true;
                    }

                    if (!HandsOn(call))
                    {
                        return false;
                    }

                    break;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { } local } declarator }:
                    return inner == ((IVariableInitializerOperation)outer).Value && OnlySent(local, declarator);
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { } member, Instance: IInstanceReferenceOperation } }
                    when symbols.IsRequest(member.ContainingType):
                case IConversionOperation { OperatorMethod: null } or IArrayCreationOperation or IArrayInitializerOperation or IObjectOrCollectionInitializerOperation:
                case IObjectCreationOperation { Type: { } type } when type.Name == "List" || symbols.IsRequest(type):
                case IReturnOperation or IBlockOperation { Operations.Length: 1 } or IAnonymousFunctionOperation or IDelegateCreationOperation:
                case IInvocationOperation handing when HandsOn(handing):
                    break;
                default:
                    // Known by its syntax, because the oldest compilers that load this have no operation for it.
                    if (outer.Syntax is not CollectionExpressionSyntax)
                    {
                        return false;
                    }

                    break;
            }
        }

        return false;
    }

    // A substitute in a test takes any request.
    private bool Sends(IInvocationOperation call) =>
        symbols.IsResourceClient(call.TargetMethod.ContainingType)
        && !KnownSymbols.IsWritten(call.TargetMethod)
        && new OriginFinder(symbols, variables).IsReal(call.Instance);

    // A list that is made of requests and hands them on unchanged, when it is itself sent: items.Select(item => new …).ToList().
    private static bool HandsOn(IInvocationOperation call) =>
        (call.TargetMethod.ContainingType is { Name: "Enumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } }
            && call.TargetMethod.Name is "Select" or "ToList" or "ToArray" or "AsEnumerable")
        || (call.IsImplicit && call.TargetMethod is { Name: "Add", ContainingType.Name: "List" });

    private bool OnlySent(ILocalSymbol local, IOperation declarator)
    {
        bool isSent = false;
        foreach (ILocalReferenceOperation use in VariableUses.RootOf(declarator).Descendants().OfType<ILocalReferenceOperation>())
        {
            if (!SymbolEqualityComparer.Default.Equals(use.Local, local))
            {
                continue;
            }

            if (use.Parent is IPropertyReferenceOperation { Parent: not (IAssignmentOperation or ITupleOperation or IPropertyReferenceOperation) })
            {
                continue;
            }

            if (use.Parent is not IArgumentOperation { Parent: IInvocationOperation call } || !Sends(call))
            {
                return false;
            }

            isSent = true;
        }

        return isSent;
    }
}
