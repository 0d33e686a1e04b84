using System.Collections.Immutable;
using Kantata.Generator.Analyzers.Origins;
using Kantata.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kantata.Generator.Analyzers;

/// <summary>Finds includes and optional fields that no code reads, where all that happens to the objects can be seen.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnusedIncludeAnalyzer : UsageAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = new(
        "KAN1006",
        "Something is asked for that nobody reads",
        "'{0}' brings what no code reads from the results",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "What is included is looked up, sent and read for each page. Leave out what is not needed.",
        helpLinkUri: RuleDocumentation.PageOf("KAN1006"),
        customTags: WellKnownDiagnosticTags.Unnecessary);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
    {
        VariableUses variables = new(context.CancellationToken);
        context.RegisterOperationBlockStartAction(block =>
        {
            // Most code includes nothing: only where something is included is the rest of the block looked at.
            bool[] isDone = new bool[1];
            block.RegisterOperationAction(
                operation =>
                {
                    if (!IsInclude((IInvocationOperation)operation.Operation, symbols))
                    {
                        return;
                    }

                    lock (isDone)
                    {
                        if (isDone[0])
                        {
                            return;
                        }

                        isDone[0] = true;
                    }

                    foreach (IOperation root in block.OperationBlocks.Select(VariableUses.RootOf).Distinct())
                    {
                        Analyze(operation, root, symbols, variables);
                    }
                },
                OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, IOperation root, KnownSymbols symbols, VariableUses variables)
    {
        IOperation[] operations = [.. root.Descendants()];
        OriginFinder origins = new(symbols, variables);
        Dictionary<QueryCall, List<IInvocationOperation>> queries = [];
        foreach (IInvocationOperation include in operations.OfType<IInvocationOperation>().Where(call => IsInclude(call, symbols)))
        {
            if (origins.FindAnew(include) is Origin.FromQuery { CameAlong: false } origin && operations.Contains(origin.Call.Call))
            {
                if (!queries.TryGetValue(origin.Call, out List<IInvocationOperation>? includes))
                {
                    queries.Add(origin.Call, includes = []);
                }

                includes.Add(include);
            }
        }

        foreach (KeyValuePair<QueryCall, List<IInvocationOperation>> query in queries)
        {
            ResultUses uses = new(query.Key, symbols, origins);
            if (!operations.All(uses.Add))
            {
                continue;
            }

            foreach (IInvocationOperation include in query.Value.Where(include => !uses.Reads(include.TargetMethod.Name)))
            {
                SyntaxNode name = ((include.Syntax as InvocationExpressionSyntax)?.Expression as MemberAccessExpressionSyntax)?.Name ?? include.Syntax;
                context.ReportDiagnostic(Diagnostic.Create(Rule, name.GetLocation(), include.TargetMethod.Name + "()"));
            }
        }
    }

    private static bool IsInclude(IInvocationOperation call, KnownSymbols symbols) =>
        call is { Arguments.IsEmpty: true, TargetMethod.Name: { } name }
        && (name.StartsWith("Include", StringComparison.Ordinal) || name.StartsWith("With", StringComparison.Ordinal))
        && symbols.IsQuery(call.TargetMethod.ContainingType)
        && symbols.IsQuery(call.Type);
}
