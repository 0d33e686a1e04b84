using System.Collections.Immutable;
using System.Globalization;
using Kantata.Generator.Analyzers.Origins;
using Kantata.Generator.Analyzers.Values;
using Kantata.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Kantata.Generator.Analyzers;

/// <summary>Finds literals beyond what the documents allow, and ranges that end before they begin.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BeyondLimitAnalyzer : UsageAnalyzer
{
    /// <summary>The property of a finding that holds what to write instead; nothing where items are removed.</summary>
    internal const string ReplacementKey = "Replacement";

    /// <summary>The property of a finding that says what its fix does; there is none without.</summary>
    internal const string FixKey = "Fix";

    internal static readonly DiagnosticDescriptor Rule = new(
        "KAN1003",
        "A value is beyond a documented limit",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "What is beyond a limit of the documents is refused before anything is sent.",
        helpLinkUri: RuleDocumentation.PageOf("KAN1003"));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
    {
        ConstantValues values = new(new VariableUses(context.CancellationToken));
        context.RegisterOperationAction(operation => AnalyzeCall(operation, symbols, values), OperationKind.Invocation);
        context.RegisterOperationAction(operation => AnalyzeAssignment(operation, symbols, values), OperationKind.SimpleAssignment);
    }

    private static void AnalyzeCall(OperationAnalysisContext context, KnownSymbols symbols, ConstantValues values)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        IMethodSymbol method = call.TargetMethod;
        if ((!symbols.IsQuery(method.ContainingType) && !SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, symbols.Runtime))
            || IsNeverSent(call))
        {
            return;
        }

        foreach (IArgumentOperation argument in call.Arguments.Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue))
        {
            CheckLimits(context, symbols, values, argument.Parameter!, argument.Value);
        }

        if (method.Name == "Parameter" && call.Arguments is [{ Value.ConstantValue: { HasValue: true, Value: "per_page" } }, var pageSize])
        {
            CheckPageSize(context, symbols, values, call.Type, pageSize.Value);
        }

        if (Ends(call) is var (from, to))
        {
            CheckRange(context, values, from, to);
        }
    }

    private static void AnalyzeAssignment(OperationAnalysisContext context, KnownSymbols symbols, ConstantValues values)
    {
        ISimpleAssignmentOperation assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property: { } member }
            && symbols.IsRequest(member.ContainingType)
            && !IsNeverSent(assignment))
        {
            CheckLimits(context, symbols, values, member, assignment.Value);
        }
    }

    private static void CheckLimits(OperationAnalysisContext context, KnownSymbols symbols, ConstantValues values, ISymbol member, IOperation value)
    {
        if (symbols.FactsOf(member, "BoundsAttribute").FirstOrDefault() is { ConstructorArguments: [{ Value: double minimum }, { Value: double maximum }] })
        {
            CheckNumber(context, member, value, values.FindNumber(value), minimum, maximum);
        }
        else if (symbols.FactsOf(member, "MaxItemsAttribute").FirstOrDefault() is { ConstructorArguments: [{ Value: int mostItems }] })
        {
            CheckItems(context, member, values.FindItems(value), value, mostItems);
        }
        else if (symbols.FactsOf(member, "MaxCharactersAttribute").FirstOrDefault() is { ConstructorArguments: [{ Value: int mostCharacters }] })
        {
            CheckText(context, member, value, values.FindText(value), mostCharacters);
        }
    }

    private static void CheckNumber(OperationAnalysisContext context, ISymbol member, IOperation value, decimal? number, double minimum, double maximum)
    {
        if (number is not { } given || ((double)given >= minimum && (double)given <= maximum))
        {
            return;
        }

        bool isTooSmall = (double)given < minimum;
        string limit = (isTooSmall ? minimum : maximum).ToString("R", CultureInfo.InvariantCulture);
        bool isFraction = limit.Any(letter => letter is '.' or 'E');
        Report(
            context,
            value.Syntax.GetLocation(),
            $"'{member.Name}' is {given.ToString(CultureInfo.InvariantCulture)}, and {(isTooSmall ? "at least" : "at most")} {limit} is allowed",
            $"Write {limit}",
            isFraction ? limit + "m" : limit);
    }

    private static void CheckPageSize(OperationAnalysisContext context, KnownSymbols symbols, ConstantValues values, ITypeSymbol? query, IOperation value)
    {
        foreach (IParameterSymbol parameter in KnownSymbols.FindMembers(query, "GetPageAsync").OfType<IMethodSymbol>().SelectMany(method => method.Parameters))
        {
            if (parameter.Name == "pageSize"
                && symbols.FactsOf(parameter, "BoundsAttribute").FirstOrDefault() is { ConstructorArguments: [_, { Value: double maximum }] }
                && long.TryParse(values.FindText(value), NumberStyles.None, CultureInfo.InvariantCulture, out long size)
                && size > maximum)
            {
                string most = maximum.ToString("R", CultureInfo.InvariantCulture);
                Report(context, value.Syntax.GetLocation(), $"'per_page' is {size}, and at most {most} is allowed", $"Write {most}", $"\"{most}\"");
                return;
            }
        }
    }

    private static void CheckItems(OperationAnalysisContext context, ISymbol member, IReadOnlyList<SyntaxNode>? items, IOperation value, int most)
    {
        if (items is null || items.Count <= most)
        {
            return;
        }

        // Where the list is written elsewhere, what is handed over is shown.
        bool isHere = items[0].SyntaxTree == value.Syntax.SyntaxTree && (value.IsImplicit || value.Syntax.Span.Contains(items[0].Span));
        SyntaxTree tree = value.Syntax.SyntaxTree;
        Report(
            context,
            isHere ? tree.GetLocation(TextSpan.FromBounds(items[most].SpanStart, items[items.Count - 1].Span.End)) : value.Syntax.GetLocation(),
            $"'{member.Name}' gets {items.Count} items, and at most {most} are allowed",
            isHere ? $"Keep the first {most}" : null,
            null);
    }

    private static void CheckText(OperationAnalysisContext context, ISymbol member, IOperation value, string? text, int most)
    {
        // Characters are counted as the server does: what C# needs two halves for is one.
        int characters = text is null ? 0 : text.Length - text.Count(char.IsLowSurrogate);
        if (characters <= most)
        {
            return;
        }

        int end = 0;
        for (int count = 0; count < most; count++)
        {
            end += char.IsSurrogatePair(text!, end) ? 2 : 1;
        }

        Report(
            context,
            value.Syntax.GetLocation(),
            $"'{member.Name}' has {characters} characters, and at most {most} are allowed",
            $"Keep the first {most} characters",
            SymbolDisplay.FormatLiteral(text!.Substring(0, end), quote: true));
    }

    private static void CheckRange(OperationAnalysisContext context, ConstantValues values, IArgumentOperation from, IArgumentOperation to)
    {
        bool isBackwards = values.FindNumber(from.Value) is { } smallest && values.FindNumber(to.Value) is { } largest ? largest < smallest
            : values.FindDate(from.Value) is var (first, offset) && values.FindDate(to.Value) is var (last, otherOffset) ? offset == otherOffset && last < first
            : values.IsCountedBackFrom(to.Value, from.Value);
        if (!isBackwards)
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            Rule,
            to.Value.Syntax.GetLocation(),
            [from.Value.Syntax.GetLocation()],
            ImmutableDictionary<string, string?>.Empty.Add(FixKey, "Swap the ends").Add(ReplacementKey, from.Value.Syntax.ToString()),
            "The range ends before it begins"));
    }

    private static (IArgumentOperation From, IArgumentOperation To)? Ends(IInvocationOperation call)
    {
        IArgumentOperation? from = null;
        IArgumentOperation? to = null;
        foreach (IArgumentOperation argument in call.Arguments)
        {
            from = argument.Parameter?.Name is "from" or "min" ? argument : from;
            to = argument.Parameter?.Name is "to" or "max" ? argument : to;
        }

        return from is { ArgumentKind: ArgumentKind.Explicit } && to is { ArgumentKind: ArgumentKind.Explicit } ? (from, to) : null;
    }

    private static bool IsNeverSent(IOperation operation) =>
        ExpectedFailure.Of(operation, "ArgumentException", "ArgumentOutOfRangeException", "KantataRequestException") || ForeignCode.Gets(operation);

    private static void Report(OperationAnalysisContext context, Location location, string message, string? fix, string? replacement)
    {
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
        if (fix is not null)
        {
            properties = properties.Add(FixKey, fix).Add(ReplacementKey, replacement);
        }

        context.ReportDiagnostic(Diagnostic.Create(Rule, location, properties, message));
    }
}
