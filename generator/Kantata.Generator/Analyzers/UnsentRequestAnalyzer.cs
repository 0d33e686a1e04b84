using System.Collections.Immutable;
using Kantata.Generator.Analyzers.Origins;
using Kantata.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kantata.Generator.Analyzers;

/// <summary>Finds lists that are never enumerated, and calls that nobody awaits where the compiler says nothing of it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnsentRequestAnalyzer : UsageAnalyzer
{
    /// <summary>The property of a finding that tells that the value is enumerated rather than awaited.</summary>
    internal const string EnumeratedKey = "Enumerated";

    internal static readonly DiagnosticDescriptor Rule = new(
        "KAN1005",
        "A request is never sent, or nobody waits for it",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A list sends nothing until it is enumerated or something is asked of it. A call that is not awaited may fail without anybody noticing.",
        helpLinkUri: RuleDocumentation.PageOf("KAN1005"));

    private const string NeverEnumerated = "This list is never enumerated, so nothing is sent; queries are immutable, and each method gives a new one";
    private const string NeverAwaited = "Nobody awaits this call, so its failure goes unnoticed";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
    {
        VariableUses variables = new(context.CancellationToken);
        context.RegisterOperationAction(operation => AnalyzeStatement(operation, symbols, variables), OperationKind.ExpressionStatement);
        context.RegisterOperationAction(operation => AnalyzeLocal(operation, symbols, variables), OperationKind.VariableDeclarator);
    }

    private static void AnalyzeStatement(OperationAnalysisContext context, KnownSymbols symbols, VariableUses variables)
    {
        IExpressionStatementOperation statement = (IExpressionStatementOperation)context.Operation;
        IOperation value = statement.Operation is IConditionalAccessOperation access ? access.WhenNotNull : statement.Operation;
        if (RequestOf(value, symbols) is not { } request)
        {
            return;
        }

        // In an asynchronous function the compiler warns itself of a task that is not awaited.
        bool isSaidAlready = request == Request.Awaited && IsInAsynchronousFunction(statement);
        if (isSaidAlready || ExpectedFailure.IsHandedBack(statement) || ForeignCode.Gets(statement) || !IsSentByRealClient(value, symbols, variables))
        {
            return;
        }

        Report(context, statement.Operation.Syntax, request);
    }

    private static void AnalyzeLocal(OperationAnalysisContext context, KnownSymbols symbols, VariableUses variables)
    {
        IVariableDeclaratorOperation declarator = (IVariableDeclaratorOperation)context.Operation;
        if (declarator.GetVariableInitializer() is not { Value: { } value }
            || declarator.Symbol.IsUsing
            || declarator.Symbol.Name.StartsWith("_", StringComparison.Ordinal)
            || RequestOf(value is IConversionOperation conversion ? conversion.Operand : value, symbols) is not { } request
            || VariableUses.IsRead(declarator.Symbol, declarator)
            || !IsSentByRealClient(value, symbols, variables))
        {
            return;
        }

        Report(context, value.Syntax, request);
    }

    private static void Report(OperationAnalysisContext context, SyntaxNode value, Request request)
    {
        bool isEnumerated = request == Request.Enumerated;
        context.ReportDiagnostic(Diagnostic.Create(
            Rule,
            value.GetLocation(),
            isEnumerated ? ImmutableDictionary<string, string?>.Empty.Add(EnumeratedKey, null) : null,
            isEnumerated ? NeverEnumerated : NeverAwaited));
    }

    private static Request? RequestOf(IOperation value, KnownSymbols symbols)
    {
        if (symbols.IsListQuery(value.Type))
        {
            return value is IInvocationOperation call && !KnownSymbols.IsWritten(call.TargetMethod) ? Request.Enumerated : null;
        }

        if (value is not IInvocationOperation { TargetMethod: { } method } || !IsOfClient(method, symbols))
        {
            return null;
        }

        return method.ReturnType.OriginalDefinition.Name switch
        {
            "IAsyncEnumerable" => Request.Enumerated,
            "Task" or "ValueTask" => Request.Awaited,
            _ => null,
        };
    }

    // What is called on a substitute in a test says what is expected of it.
    private static bool IsSentByRealClient(IOperation request, KnownSymbols symbols, VariableUses variables)
    {
        IOperation? sender = request;
        while (sender is IInvocationOperation or IConversionOperation)
        {
            sender = sender switch
            {
                IInvocationOperation { Instance: { } instance } => instance,
                IInvocationOperation { TargetMethod.IsExtensionMethod: true, Arguments: [{ Value: { } extended }, ..] } call when !ForeignCode.Has(call.TargetMethod) => extended,
                IConversionOperation conversion => conversion.Operand,
                _ => null,
            };
        }

        return sender is not null && (symbols.IsQuery(sender.Type) || new OriginFinder(symbols, variables).IsReal(sender));
    }

    private static bool IsOfClient(IMethodSymbol method, KnownSymbols symbols) =>
        !KnownSymbols.IsWritten(method)
        && (symbols.IsResourceClient(method.ContainingType) || symbols.IsListQuery(method.ContainingType) || symbols.IsClient(method.ContainingType));

    private static bool IsInAsynchronousFunction(IOperation operation)
    {
        for (IOperation? outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            switch (outer)
            {
                case IAnonymousFunctionOperation function:
                    return function.Symbol.IsAsync;
                case ILocalFunctionOperation function:
                    return function.Symbol.IsAsync;
            }
        }

        return operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart) is IMethodSymbol { IsAsync: true };
    }

    private enum Request
    {
        Enumerated,
        Awaited,
    }
}
