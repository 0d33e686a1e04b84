using System.Collections.Immutable;
using Kantata.Generator.Shaping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kantata.Generator.Analyzers.Values;

/// <summary>Knows the open sets of values, and recognizes values of them in code.</summary>
internal sealed class ValueSets(KnownSymbols symbols)
{
    /// <summary>Whether a type is an open set of values.</summary>
    public bool Contains(ITypeSymbol? type) => symbols.IsValueSet(type);

    /// <summary>The values that a set is known to have; none where people added to them.</summary>
    public ImmutableArray<string> KnownValuesOf(ITypeSymbol set) =>
        !set.GetMembers().Any(KnownSymbols.IsWritten)
        && symbols.FactsOf(set, "KnownValuesAttribute").FirstOrDefault() is { ConstructorArguments: [{ Value: string values }] }
            ? values.Split('|').ToImmutableArray()
            : ImmutableArray<string>.Empty;

    /// <summary>The known value that a text is most like.</summary>
    public static string NearestTo(string text, ImmutableArray<string> known) => known
        .OrderBy(value => EditDistance.Between(value.ToLowerInvariant(), text.ToLowerInvariant()))
        .First();

    /// <summary>The set whose value, or the text of whose value, an operation gives; null where it is another's.</summary>
    public ITypeSymbol? FindSet(IOperation operation)
    {
        operation = WithoutConversions(operation);
        if (operation is IConditionalAccessOperation access)
        {
            operation = access.WhenNotNull;
        }

        ITypeSymbol? type = operation switch
        {
            IPropertyReferenceOperation { Property.Name: "Value", Instance: { } instance } when operation.Type?.SpecialType == SpecialType.System_String => instance.Type,
            IInvocationOperation { TargetMethod: { Name: "ToString", Parameters.IsEmpty: true }, Instance: { } instance } => WithoutNull(instance.Type),
            _ => WithoutNull(operation.Type),
        };
        return Contains(type) ? type : null;
    }

    /// <summary>The constant text that an operation is, or that it makes a value of; null where it is something else.</summary>
    public IOperation? FindText(IOperation operation)
    {
        for (IOperation inner = operation; ; )
        {
            switch (inner)
            {
                case { ConstantValue: { HasValue: true, Value: string } }:
                    return inner;
                case IConversionOperation conversion when conversion.OperatorMethod is null || Contains(conversion.OperatorMethod.ContainingType):
                    inner = conversion.Operand;
                    break;
                case IInvocationOperation { TargetMethod: { Name: "From", IsStatic: true, ContainingType: { } set }, Arguments: [var argument] } when Contains(set):
                    inner = argument.Value;
                    break;
                default:
                    return null;
            }
        }
    }

    /// <summary>The text, as the API writes it, of a value that the code names or spells; null where it is not certain.</summary>
    public string? FindWritten(IOperation value)
    {
        if (FindText(value)?.ConstantValue.Value is string text)
        {
            return text;
        }

        return WithoutConversions(value) is IPropertyReferenceOperation { Instance: null, Property: { ContainingType: { } set } property } && Contains(set)
            ? KnownValuesOf(set).FirstOrDefault(known => string.Equals(Letters(known), property.Name, StringComparison.OrdinalIgnoreCase))
            : null;
    }

    /// <summary>What is converted, where nobody's operator does it.</summary>
    public static IOperation WithoutConversions(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }

    private static ITypeSymbol? WithoutNull(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static string Letters(string value) => new([.. value.Where(char.IsLetterOrDigit)]);
}
