using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kantata.Generator.Analyzers.Origins;

/// <summary>A value that gets into a variable, or into the collection that a variable holds.</summary>
/// <param name="Value">The value; null where it cannot be seen.</param>
/// <param name="Path">Which part of the value, by positions in nested tuples; empty for all of it.</param>
internal readonly record struct Inflow(IOperation? Value, ImmutableArray<int> Path)
{
    /// <summary>All of a value.</summary>
    public static Inflow Whole(IOperation? value) => new(value, ImmutableArray<int>.Empty);

    /// <summary>Finds what gets into a variable where its name stands.</summary>
    public static Inflow? Find(IOperation reference)
    {
        IOperation use = reference;
        ImmutableArray<int> path = ImmutableArray<int>.Empty;
        while (use.Parent is ITupleOperation or IDeclarationExpressionOperation or IConversionOperation)
        {
            if (use.Parent is ITupleOperation tuple)
            {
                path = path.Insert(0, tuple.Elements.IndexOf(use));
            }

            use = use.Parent;
        }

        return use.Parent switch
        {
            IDeconstructionAssignmentOperation assignment when assignment.Target == use => new(assignment.Value, path),
            IForEachLoopOperation loop when loop.LoopControlVariable == use => new(loop.Collection, path),
            ISimpleAssignmentOperation assignment when assignment.Target == use && path.IsEmpty => new(assignment.Value, path),
            ICoalesceAssignmentOperation assignment when assignment.Target == use => new(assignment.Value, path),
            ICompoundAssignmentOperation assignment when assignment.Target == use => new(null, path),
            IArgumentOperation { Parameter.RefKind: not (RefKind.None or RefKind.In) } argument => new(argument, path),
            IArgumentOperation { Parameter: { } parameter } argument when MayChange(parameter, argument) => new(null, path),
            IAddressOfOperation => new(null, path),
            IArrayElementReferenceOperation element when element.ArrayReference == use => FindStored(element),
            IPropertyReferenceOperation { Property.IsIndexer: true } element when element.Instance == use => FindStored(element),
            IInvocationOperation call when call.Instance == use && GenericCall.FindKept(call) is { } kept => Whole(kept.Value),
            _ => null,
        };
    }

    private static Inflow? FindStored(IOperation element) =>
        element.Parent is ISimpleAssignmentOperation assignment && assignment.Target == element ? Whole(assignment.Value) : null;

    // Another's method may put other objects into a list or an array that it gets.
    private static bool MayChange(IParameterSymbol parameter, IArgumentOperation argument) =>
        argument.Parent is IInvocationOperation call
        && !GenericCall.IsTrusted(call.TargetMethod)
        && (parameter.Type is IArrayTypeSymbol || parameter.Type.Name is "List" or "IList" or "ICollection" or "Dictionary" or "IDictionary" or "HashSet" or "ISet" or "Queue" or "Stack");
}
