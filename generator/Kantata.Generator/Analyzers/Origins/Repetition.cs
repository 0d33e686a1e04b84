using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kantata.Generator.Analyzers.Origins;

/// <summary>Tells calls that are surely made for each item of a collection.</summary>
internal static class Repetition
{
    /// <summary>Whether a call is made for each item, whatever else happens: in a loop to its end, or in a projection that waits for all.</summary>
    public static bool Repeats(IInvocationOperation call, RecordId id)
    {
        IOperation inner = call;
        for (IOperation? outer = call.Parent; outer is not null; inner = outer, outer = outer.Parent)
        {
            switch (outer)
            {
                case IForEachLoopOperation loop when loop.Body == inner:
                    return loop.Locals.Contains(id.Variable, SymbolEqualityComparer.Default) && RunsToItsEnd(loop, id) && !ChangesRecords(loop, call);
                case IAnonymousFunctionOperation function:
                    return function.Symbol.Parameters is [var item, ..]
                        && SymbolEqualityComparer.Default.Equals(item, id.Variable)
                        && function.Body.Operations is [IReturnOperation]
                        && function.Parent is IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation projection } }
                        && IsAwaitedTogether(projection);
                case ILocalFunctionOperation or ILoopOperation or ITryOperation or ISwitchOperation or ISwitchExpressionOperation
                    or ICoalesceOperation or ICoalesceAssignmentOperation or IConditionalAccessOperation
                    or IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr }:
                    return false;
                case IConditionalOperation conditional when conditional.Condition != inner && !id.IsTestedBy(conditional.Condition):
                    return false;
            }
        }

        return false;
    }

    private static bool RunsToItsEnd(IForEachLoopOperation loop, RecordId id) => !LeavesEarly(loop.Body, loop, id);

    // A record that the loop changes has to be read when it is changed, not before.
    private static bool ChangesRecords(IForEachLoopOperation loop, IInvocationOperation call) => loop.Body.Descendants()
        .OfType<IInvocationOperation>()
        .Any(other => SymbolEqualityComparer.Default.Equals(other.TargetMethod.ContainingType, call.TargetMethod.ContainingType)
            && !other.TargetMethod.Name.StartsWith("Get", StringComparison.Ordinal)
            && other.TargetMethod.Name != "List");

    private static bool LeavesEarly(IOperation operation, IForEachLoopOperation loop, RecordId id)
    {
        foreach (IOperation child in operation.ChildOperations)
        {
            bool leaves = child switch
            {
                IAnonymousFunctionOperation or ILocalFunctionOperation => false,
                IReturnOperation => true,
                IBranchOperation { BranchKind: BranchKind.GoTo } => true,
                IBranchOperation branch => SymbolEqualityComparer.Default.Equals(branch.Target, loop.ExitLabel)
                    || (SymbolEqualityComparer.Default.Equals(branch.Target, loop.ContinueLabel) && !IsSkippedForWantOfId(branch, id)),
                _ => LeavesEarly(child, loop, id),
            };
            if (leaves)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSkippedForWantOfId(IBranchOperation branch, RecordId id)
    {
        IOperation? outer = branch.Parent is IBlockOperation ? branch.Parent.Parent : branch.Parent;
        return outer is IConditionalOperation conditional && id.IsTestedBy(conditional.Condition);
    }

    // await Task.WhenAll(items.Select(item => …))
    private static bool IsAwaitedTogether(IInvocationOperation projection)
    {
        IOperation? use = projection.Parent;
        while (use is IConversionOperation or IArgumentOperation)
        {
            use = use.Parent;
        }

        return projection.TargetMethod is { Name: "Select", ContainingType: { Name: "Enumerable", ContainingNamespace.Name: "Linq" } }
            && use is IInvocationOperation { TargetMethod: { Name: "WhenAll", ContainingType.Name: "Task" } };
    }
}
