using System.Collections.Immutable;
using Kantata.Generator.Analyzers.Origins;
using Kantata.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kantata.Generator.Analyzers;

/// <summary>Finds members that are read from objects whose query surely did not bring them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingIncludeAnalyzer : UsageAnalyzer
{
    /// <summary>The property of a finding that names the method to add; the call to add it to is the first additional location.</summary>
    internal const string MethodKey = "Method";

    internal static readonly DiagnosticDescriptor Rule = new(
        "KAN1001",
        "A member is read that the query did not ask for",
        "'{0}' comes only with '.{1}()', which its query does not call; reading it throws",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Associations and optional fields come only where the query asks for them. Reading one that did not come throws.",
        helpLinkUri: RuleDocumentation.PageOf("KAN1001"));

    private static readonly string[] s_notReceived = ["AssociationNotIncludedException", "FieldNotRequestedException", "MemberNotReceivedException"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
    {
        VariableUses variables = new(context.CancellationToken);
        AssignedMembers assigned = new(context);
        context.RegisterOperationAction(operation => Analyze(operation, symbols, variables, assigned), OperationKind.PropertyReference);
    }

    private static void Analyze(OperationAnalysisContext context, KnownSymbols symbols, VariableUses variables, AssignedMembers assigned)
    {
        IPropertyReferenceOperation read = (IPropertyReferenceOperation)context.Operation;
        if (!symbols.IsEntity(read.Property.ContainingType)
            || symbols.FindMethodThatBrings(read.Property) is not { } method
            || !IsRead(read)
            || new OriginFinder(symbols, variables).Find(read.Instance) is not Origin.FromQuery { MayIncludeMore: false, CameAlong: false } origin
            || origin.Methods.Contains(method)
            || !SymbolEqualityComparer.Default.Equals(origin.Call.Entity, read.Property.ContainingType)
            || !origin.Call.Offers(method)
            || ExpectedFailure.Of(read, s_notReceived)
            || assigned.Contains(read.Property.Name, context.Compilation, context.CancellationToken))
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            Rule,
            NameIn(read.Syntax).GetLocation(),
            ImmutableArray.Create(origin.Call.Call.Syntax.GetLocation()),
            ImmutableDictionary<string, string?>.Empty.Add(MethodKey, method),
            $"{read.Property.ContainingType.Name}.{read.Property.Name}",
            method));
    }

    private static bool IsRead(IPropertyReferenceOperation reference)
    {
        if (reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference)
        {
            return false;
        }

        for (IOperation? parent = reference.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is INameOfOperation)
            {
                return false;
            }
        }

        return true;
    }

    private static SyntaxNode NameIn(SyntaxNode read) => read switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => read,
    };
}
