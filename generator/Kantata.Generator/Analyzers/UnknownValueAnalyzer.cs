using System.Collections.Immutable;
using Kantata.Generator.Analyzers.Origins;
using Kantata.Generator.Analyzers.Values;
using Kantata.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kantata.Generator.Analyzers;

/// <summary>Finds values of open sets that are compared with texts which the documents do not know.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnknownValueAnalyzer : UsageAnalyzer
{
    /// <summary>The property of a finding that holds the nearest value that is known.</summary>
    internal const string NearestKey = "Nearest";

    internal static readonly DiagnosticDescriptor Rule = new(
        "KAN1008",
        "A value is compared with one that it does not have",
        "\"{0}\" is none of the values that '{1}' is known to have; the nearest is \"{2}\"",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A set of values is open, so that the compiler takes any text. What the documents do not name is most often misspelled.",
        helpLinkUri: RuleDocumentation.PageOf("KAN1008"));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
    {
        ValueSets sets = new(symbols);
        context.RegisterOperationAction(operation => AnalyzeOperator(operation, sets), OperationKind.Binary);
        context.RegisterOperationAction(operation => AnalyzeCall(operation, sets), OperationKind.Invocation);
        context.RegisterOperationAction(operation => AnalyzePattern(operation, sets), OperationKind.ConstantPattern);
        context.RegisterOperationAction(operation => AnalyzeCase(operation, sets), OperationKind.CaseClause);
    }

    private static void AnalyzeOperator(OperationAnalysisContext context, ValueSets sets)
    {
        IBinaryOperation comparison = (IBinaryOperation)context.Operation;
        if (comparison.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)
        {
            Compare(context, sets, comparison.LeftOperand, comparison.RightOperand, ignoresCase: false);
        }
    }

    private static void AnalyzeCall(OperationAnalysisContext context, ValueSets sets)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is not { Name: "Equals", ContainingType: { } type } || (type.SpecialType != SpecialType.System_String && !sets.Contains(type)))
        {
            return;
        }

        IOperation[] operands = [.. call.Arguments.Select(argument => argument.Value)];
        if (call.Instance is not null)
        {
            operands = [call.Instance, .. operands];
        }

        if (operands.Length is 2 or 3)
        {
            Compare(context, sets, operands[0], operands[1], ignoresCase: operands.Length == 3);
        }
    }

    private static void AnalyzePattern(OperationAnalysisContext context, ValueSets sets)
    {
        IConstantPatternOperation pattern = (IConstantPatternOperation)context.Operation;
        if (pattern.Value.ConstantValue is { HasValue: true, Value: string } && VariableUses.MatchedBy(pattern) is { } matched)
        {
            Compare(context, sets, matched, pattern.Value, ignoresCase: false);
        }
    }

    private static void AnalyzeCase(OperationAnalysisContext context, ValueSets sets)
    {
        if (context.Operation is ISingleValueCaseClauseOperation { Value.ConstantValue: { HasValue: true, Value: string }, Parent.Parent: ISwitchOperation choice } clause)
        {
            Compare(context, sets, choice.Value, clause.Value, ignoresCase: false);
        }
    }

    private static void Compare(OperationAnalysisContext context, ValueSets sets, IOperation one, IOperation other, bool ignoresCase)
    {
        (IOperation? text, ITypeSymbol? set) = sets.FindText(one) is { } left ? (left, sets.FindSet(other)) : (sets.FindText(other), sets.FindSet(one));
        if (text is not { ConstantValue.Value: string { Length: > 0 } value } || set is null || sets.KnownValuesOf(set) is not { IsEmpty: false } known)
        {
            return;
        }

        if (known.Contains(value, ignoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal))
        {
            return;
        }

        string nearest = ValueSets.NearestTo(value, known);
        context.ReportDiagnostic(Diagnostic.Create(
            Rule,
            text.Syntax.GetLocation(),
            ImmutableDictionary<string, string?>.Empty.Add(NearestKey, nearest),
            value,
            set.Name,
            nearest));
    }
}
