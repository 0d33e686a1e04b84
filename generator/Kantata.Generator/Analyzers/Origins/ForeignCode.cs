using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kantata.Generator.Analyzers.Origins;

/// <summary>Code of libraries that are neither ours nor .NET's: what it does with what it is given, nobody can see.</summary>
internal static class ForeignCode
{
    /// <summary>Whether a member is of such a library.</summary>
    public static bool Has(ISymbol member) =>
        member.DeclaringSyntaxReferences.IsEmpty
        && member.ContainingNamespace.ToDisplayString() is var place
        && !place.StartsWith("System", StringComparison.Ordinal)
        && !place.StartsWith("Microsoft", StringComparison.Ordinal);

    /// <summary>
    /// Whether an operation is in a function that such a library gets, or in an expression tree: there it may say what is expected of a
    /// substitute, and is never run.
    /// </summary>
    public static bool Gets(IOperation operation)
    {
        for (IOperation? inner = operation; inner is not null; inner = inner.Parent)
        {
            if (inner is IConversionOperation { Type.Name: "Expression", Operand: IAnonymousFunctionOperation or IDelegateCreationOperation }
                || inner is IDelegateCreationOperation { Type.Name: "Expression" }
                || inner is IArgumentOperation { Value: IDelegateCreationOperation or IConversionOperation { Operand: IDelegateCreationOperation or IAnonymousFunctionOperation }, Parent: IInvocationOperation call } && Has(call.TargetMethod))
            {
                return true;
            }
        }

        return false;
    }
}
