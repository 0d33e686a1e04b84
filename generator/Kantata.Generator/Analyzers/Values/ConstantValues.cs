using Kantata.Generator.Analyzers.Origins;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Kantata.Generator.Analyzers.Values;

/// <summary>Answers what values surely are where the code itself says it: literals, and variables that hold one and nothing else.</summary>
internal sealed class ConstantValues(VariableUses variables)
{
    /// <summary>The number that a value is; null where it is none or not certain.</summary>
    public decimal? FindNumber(IOperation value) => Resolve(value).ConstantValue is { HasValue: true, Value: var constant }
        ? constant switch
        {
            int number => number,
            long number => number,
            decimal number => number,
            double number when Math.Abs(number) < 1e15 => (decimal)number,
            _ => null,
        }
        : null;

    /// <summary>The text that a value is; null where it is none or not certain.</summary>
    public string? FindText(IOperation value) => Resolve(value).ConstantValue is { HasValue: true, Value: string text } ? text : null;

    /// <summary>The expressions of a list that is written out; null where there is none, or where it may have others.</summary>
    public IReadOnlyList<SyntaxNode>? FindItems(IOperation value)
    {
        IOperation list = Resolve(value);
        return (list, list.Syntax) switch
        {
            (_, CollectionExpressionSyntax collection) =>
                collection.Elements.All(element => element is ExpressionElementSyntax) ? [.. collection.Elements] : null,
            (IArrayCreationOperation { Initializer: { } initializer }, _) => [.. initializer.ElementValues.Select(element => element.Syntax)],
            (IObjectCreationOperation { Type.Name: "List", Arguments.IsEmpty: true, Initializer: { } initializer }, _) =>
                initializer.Initializers.All(item => item is IInvocationOperation) ? [.. initializer.Initializers.Select(item => item.Syntax)] : null,
            _ => null,
        };
    }

    /// <summary>The day or the moment that a value is; null where it is none or not certain. Moments of one offset can be compared.</summary>
    public (long Ticks, string Offset)? FindDate(IOperation value)
    {
        switch (Resolve(value))
        {
            case IObjectCreationOperation { Type.Name: "DateOnly" or "DateTime" or "DateTimeOffset", Arguments: var arguments }:
                List<int> parts = [];
                string offset = "";
                foreach (IArgumentOperation argument in arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit).OrderBy(argument => argument.Parameter!.Ordinal))
                {
                    if (argument.Parameter!.Type.SpecialType == SpecialType.System_Int32 && argument.Value.ConstantValue is { HasValue: true, Value: int part })
                    {
                        parts.Add(part);
                    }
                    else if (argument.Parameter.Type.Name is "TimeSpan" or "DateTimeKind")
                    {
                        offset = argument.Value.Syntax.ToString();
                    }
                    else
                    {
                        return null;
                    }
                }

                return TicksOf(parts) is { } ticks ? (ticks, offset) : null;
            case IInvocationOperation { TargetMethod: { Name: "Parse", IsStatic: true, ContainingType.Name: "DateOnly" }, Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string text } }, ..] }:
                return DateTime.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out DateTime day)
                    ? (day.Ticks, "")
                    : null;
            default:
                return null;
        }
    }

    /// <summary>Whether a value is a day or a moment before another from which it is counted: <c>day.AddDays(-7)</c> is before <c>day</c>.</summary>
    public bool IsCountedBackFrom(IOperation value, IOperation other) =>
        ValueSets.WithoutConversions(value) is IInvocationOperation { TargetMethod: { } method, Instance: { } start, Arguments: [var count] }
        && method is { ContainingType.Name: "DateOnly" or "DateTimeOffset", Name: "AddDays" or "AddMonths" or "AddYears" or "AddHours" or "AddMinutes" }
        && FindNumber(count.Value) < 0
        && VariableOf(start) is { } variable
        && SymbolEqualityComparer.Default.Equals(variable, VariableOf(ValueSets.WithoutConversions(other)));

    private static ISymbol? VariableOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    private static long? TicksOf(List<int> parts)
    {
        if (parts.Count is not (3 or 5 or 6) || parts.Skip(3).Any(part => part is < 0 or > 59))
        {
            return null;
        }

        return parts[0] is >= 1 and <= 9999 && parts[1] is >= 1 and <= 12 && parts[2] >= 1 && parts[2] <= DateTime.DaysInMonth(parts[0], parts[1])
            ? new DateTime(parts[0], parts[1], parts[2]).Ticks + new TimeSpan(parts.ElementAtOrDefault(3), parts.ElementAtOrDefault(4), parts.ElementAtOrDefault(5)).Ticks
            : null;
    }

    // Through conversions, and through a variable that gets one value and never another.
    private IOperation Resolve(IOperation value)
    {
        IOperation operation = value;
        for (int step = 0; step < 8; step++)
        {
            operation = ValueSets.WithoutConversions(operation);
            if (operation.ConstantValue.HasValue
                || SymbolOf(operation) is not { } variable
                || InflowsOf(variable, operation) is not [{ Value: { } only, Path.IsEmpty: true }]
                || only.Parent is IForEachLoopOperation
                || IsChanged(variable, operation))
            {
                return operation;
            }

            operation = only;
        }

        return operation;
    }

    // What others put into an array changes no more than its items.
    private Inflow[]? InflowsOf(ISymbol variable, IOperation reference)
    {
        IReadOnlyList<Inflow>? inflows = variables.Of(variable, reference);
        return reference.Type is IArrayTypeSymbol
            ? inflows?.Where(inflow => inflow.Value is IArgumentOperation or { Type: null or IArrayTypeSymbol }).ToArray()
            : inflows?.ToArray();
    }

    private static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local: var local } => local,
        IFieldReferenceOperation { Field: { IsReadOnly: true, DeclaredAccessibility: Accessibility.Private, Type.TypeKind: not TypeKind.Class } field } => field,
        _ => null,
    };

    // A number may be counted up, and a list may get more items or lose some.
    private static bool IsChanged(ISymbol variable, IOperation reference) => VariableUses.RootOf(reference).Descendants().Any(operation =>
        operation is ILocalReferenceOperation { Parent: { } parent } use
        && SymbolEqualityComparer.Default.Equals(use.Local, variable)
        && (parent is IIncrementOrDecrementOperation || (parent is IInvocationOperation call && call.Instance == use && use.Type?.Name == "List")
            || (parent is IArgumentOperation && use.Type?.Name == "List" && use != reference)));
}
