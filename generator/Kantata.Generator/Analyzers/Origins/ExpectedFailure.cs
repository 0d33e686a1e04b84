using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kantata.Generator.Analyzers.Origins;

/// <summary>Code that is there to fail: what is caught around it, or handed to something that gives the exception back.</summary>
internal static class ExpectedFailure
{
    /// <summary>Whether an operation is expected to fail with one of some exceptions.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="exceptions">The names of the exceptions that catching shows it.</param>
    public static bool Of(IOperation operation, params string[] exceptions)
    {
        IOperation inner = operation;
        for (IOperation? outer = operation.Parent; outer is not null; inner = outer, outer = outer.Parent)
        {
            if (outer is ITryOperation attempt && attempt.Body == inner && attempt.Catches.Any(handler => exceptions.Contains(handler.ExceptionType.Name)))
            {
                return true;
            }
        }

        return IsHandedBack(operation);
    }

    /// <summary>Whether an operation is in a function that is handed to something that gives its exception back.</summary>
    public static bool IsHandedBack(IOperation operation)
    {
        for (IOperation? inner = operation; inner is not null; inner = inner.Parent)
        {
            if (inner is IArgumentOperation { Value: IDelegateCreationOperation, Parent: IInvocationOperation call } && GivesException(call.Type))
            {
                return true;
            }
        }

        return false;
    }

    private static bool GivesException(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { TypeArguments: [var result] })
        {
            type = result;
        }

        for (; type is not null; type = type.BaseType)
        {
            if (type is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return true;
            }
        }

        return false;
    }
}
