using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kantata.Generator.Analyzers.Origins;

/// <summary>Where the id of a record comes from: an item of a collection, or a property of one.</summary>
/// <param name="Item">The reference to the item: a loop's variable or a lambda's parameter.</param>
/// <param name="Property">The property of the item that holds the id; null where the item is the id.</param>
internal sealed record RecordId(IOperation Item, IPropertySymbol? Property)
{
    private const int MostVariables = 8;

    /// <summary>The variable that the item is in.</summary>
    public ISymbol Variable => Item is ILocalReferenceOperation local ? local.Local : ((IParameterReferenceOperation)Item).Parameter;

    /// <summary>Follows an id to where it comes from; null where that is not certain.</summary>
    public static RecordId? Of(IOperation id, VariableUses variables)
    {
        for (int i = 0; i < MostVariables; i++)
        {
            id = WithoutWrapping(id);
            switch (id)
            {
                case IPropertyReferenceOperation { Instance: { } instance } property when WithoutWrapping(instance) is ILocalReferenceOperation or IParameterReferenceOperation:
                    return new RecordId(WithoutWrapping(instance), property.Property);
                case IParameterReferenceOperation:
                    return new RecordId(id, null);
                case ILocalReferenceOperation local:
                    if (variables.Of(local.Local, local) is not [{ Value: { } value, Path.IsEmpty: true }])
                    {
                        return null;
                    }

                    if (IsLoopVariable(value, local.Local))
                    {
                        return new RecordId(id, null);
                    }

                    id = value;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Whether a condition asks only whether there is an id.</summary>
    public bool IsTestedBy(IOperation condition) => condition switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => IsTestedBy(not.Operand),
        IIsPatternOperation match => Is(match.Value),
        IBinaryOperation comparison => (Is(comparison.LeftOperand) && IsNull(comparison.RightOperand)) || (Is(comparison.RightOperand) && IsNull(comparison.LeftOperand)),
        IPropertyReferenceOperation { Property.Name: "HasValue", Instance: { } instance } => Is(instance),
        _ => false,
    };

    private static bool IsLoopVariable(IOperation value, ILocalSymbol local) => value.Parent is IForEachLoopOperation loop && loop.Collection == value && loop.Locals.Contains(local);

    private static IOperation WithoutWrapping(IOperation operation) => operation switch
    {
        IConversionOperation conversion => WithoutWrapping(conversion.Operand),
        IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } instance } => WithoutWrapping(instance),
        IInvocationOperation { TargetMethod: { Name: "GetValueOrDefault", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } instance } => WithoutWrapping(instance),
        _ => operation,
    };

    private static bool IsNull(IOperation operation) => operation is IConversionOperation conversion ? IsNull(conversion.Operand) : operation.ConstantValue is { HasValue: true, Value: null };

    private bool Is(IOperation operation) => WithoutWrapping(operation) is IPropertyReferenceOperation { Instance: { } instance } property
        && SymbolEqualityComparer.Default.Equals(property.Property, Property)
        && WithoutWrapping(instance) switch
        {
            ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, Variable),
            IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, Variable),
            _ => false,
        };
}
