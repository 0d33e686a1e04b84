using System.Collections.Immutable;
using Kantata.Generator.Analyzers.Origins;
using Kantata.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kantata.Generator.Analyzers;

/// <summary>Finds queries that ask for what does not go together, or for something without what it needs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class QueryConflictAnalyzer : UsageAnalyzer
{
    /// <summary>The property of a finding that names the method to add after the one found.</summary>
    internal const string AddKey = "Add";

    /// <summary>The property of a finding whose method is to be removed.</summary>
    internal const string RemoveKey = "Remove";

    internal static readonly DiagnosticDescriptor Rule = new(
        "KAN1007",
        "Parts of a query do not go together",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The documents say which filters exclude each other, what a search ignores, and what is given only together with something else.",
        helpLinkUri: RuleDocumentation.PageOf("KAN1007"));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
    {
        VariableUses variables = new(context.CancellationToken);
        QueryChain chain = new(symbols, variables);
        context.RegisterOperationAction(
            operation =>
            {
                if (chain.IsLink((IInvocationOperation)operation.Operation) && !ForeignCode.Gets(operation.Operation))
                {
                    new Query(operation, symbols, variables, chain).Analyze((IInvocationOperation)operation.Operation);
                }
            },
            OperationKind.Invocation);
    }

    private readonly record struct Query(OperationAnalysisContext Context, KnownSymbols Symbols, VariableUses Variables, QueryChain Chain)
    {
        public void Analyze(IInvocationOperation call)
        {
            foreach (IInvocationOperation earlier in Chain.Before(call))
            {
                FindExcluded(call, earlier);
                FindIgnoredOrder(call, earlier);
            }

            foreach (AttributeData fact in Symbols.FactsOf(call.TargetMethod, "NeedsAttribute"))
            {
                FindNeeded(call, MethodOf(fact));
            }
        }

        private void FindExcluded(IInvocationOperation call, IInvocationOperation earlier)
        {
            if ((Excludes(call, earlier) || Excludes(earlier, call)) && !IsOff(call) && !IsOff(earlier))
            {
                Report(call, $"'{call.TargetMethod.Name}' and '{earlier.TargetMethod.Name}' exclude each other", null);
            }
        }

        private void FindIgnoredOrder(IInvocationOperation call, IInvocationOperation earlier)
        {
            (IInvocationOperation order, IInvocationOperation search) = IsOrder(call) ? (call, earlier) : (earlier, call);
            if (IsOrder(order)
                && order.TargetMethod.Name != "OrderBy" + search.TargetMethod.Name
                && Symbols.FactsOf(search.TargetMethod, "IgnoresOrderAttribute").Any())
            {
                Report(order, $"'{search.TargetMethod.Name}' orders by relevance, and '{order.TargetMethod.Name}' has no effect", RemoveKey);
            }
        }

        private void FindNeeded(IInvocationOperation call, string needed)
        {
            OriginFinder origins = new(Symbols, Variables);
            if (Chain.FindSent(call) is not { } sent
                || !sent.All(query => origins.FindAnew(query) is Origin.FromQuery { MayIncludeMore: false } origin
                    && !origin.Methods.Contains(needed)
                    && !origin.Methods.Contains("Parameter")))
            {
                return;
            }

            bool canBeAdded = KnownSymbols.FindMembers(call.TargetMethod.ContainingType, needed).OfType<IMethodSymbol>().Any(method => method.Parameters.All(parameter => parameter.IsOptional));
            Report(call, $"'{call.TargetMethod.Name}' has no effect without '{needed}'", canBeAdded ? AddKey : null, needed);
        }

        private bool Excludes(IInvocationOperation one, IInvocationOperation other) =>
            Symbols.FactsOf(one.TargetMethod, "ExcludesAttribute").Any(fact => MethodOf(fact) == other.TargetMethod.Name);

        private void Report(IInvocationOperation call, string message, string? fix, string method = "")
        {
            SyntaxNode name = ((call.Syntax as InvocationExpressionSyntax)?.Expression as MemberAccessExpressionSyntax)?.Name ?? call.Syntax;
            ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
            Context.ReportDiagnostic(Diagnostic.Create(Rule, name.GetLocation(), fix is null ? properties : properties.Add(fix, method), message));
        }

        private static string MethodOf(AttributeData fact) => (string)fact.ConstructorArguments[0].Value!;

        private static bool IsOrder(IInvocationOperation call) =>
            call.TargetMethod.Name.StartsWith("OrderBy", StringComparison.Ordinal) && !KnownSymbols.IsWritten(call.TargetMethod);

        private static bool IsOff(IInvocationOperation call) => call.Arguments is [{ Value.ConstantValue: { HasValue: true, Value: false } }];
    }
}
