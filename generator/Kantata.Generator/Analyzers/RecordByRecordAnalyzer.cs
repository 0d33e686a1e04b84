using System.Collections.Immutable;
using Kantata.Generator.Analyzers.Origins;
using Kantata.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kantata.Generator.Analyzers;

/// <summary>Finds loops that ask for one record after another where one request would bring them all.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RecordByRecordAnalyzer : UsageAnalyzer
{
    /// <summary>The property of a finding that names the query method which brings the records: an include, or the filter by ids.</summary>
    internal const string MethodKey = "Method";

    /// <summary>The property of a finding that names the association which the records are; the list's call is the first additional location.</summary>
    internal const string AssociationKey = "Association";

    internal static readonly DiagnosticDescriptor Rule = new(
        "KAN1002",
        "Records are asked for one after another",
        "This sends a request for each record; '.{0}' brings them together",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An include brings what a list refers to along with the list, and a filter by ids brings many records at once.",
        helpLinkUri: RuleDocumentation.PageOf("KAN1002"));

    private static readonly string[] s_filtersByIds = ["Only", "Ids"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
    {
        VariableUses variables = new(context.CancellationToken);
        context.RegisterOperationAction(operation => Analyze(operation, symbols, variables), OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context, KnownSymbols symbols, VariableUses variables)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is not { Name: "GetAsync", Parameters: [{ Type: var idType }, ..] }
            || !symbols.IsResourceClient(call.TargetMethod.ContainingType)
            || symbols.FindIdentified(idType) is not { } identified
            || call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0) is not { } idArgument)
        {
            return;
        }

        OriginFinder origins = new(symbols, variables);
        if (origins.Find(call) is not Origin.FromQuery { MayIncludeMore: false } record
            || !record.Call.Equals(origins.FindQueryCall(call))
            || !SymbolEqualityComparer.Default.Equals(record.Call.Entity, identified)
            || RecordId.Of(idArgument.Value, variables) is not { } id
            || !Repetition.Repeats(call, id))
        {
            return;
        }

        if (record.Methods.IsEmpty && id.Property is not null && FindAssociation(id, identified, origins, symbols) is var (list, association, include))
        {
            Report(context, call, list.Call.Syntax.GetLocation(), include, include + "()", association);
        }
        else if (FindFilter(call.TargetMethod.ContainingType, identified, symbols) is { } filter)
        {
            Report(context, call, null, filter, filter + "(…)", null);
        }
    }

    private static void Report(OperationAnalysisContext context, IInvocationOperation call, Location? list, string method, string advice, string? association) =>
        context.ReportDiagnostic(Diagnostic.Create(
            Rule,
            call.Syntax.GetLocation(),
            list is null ? ImmutableArray<Location>.Empty : ImmutableArray.Create(list),
            ImmutableDictionary<string, string?>.Empty.Add(MethodKey, method).Add(AssociationKey, association),
            advice));

    /// <summary>The association of the listed objects that is the record, and the include that brings it with their list.</summary>
    private static (QueryCall List, string Association, string Include)? FindAssociation(RecordId id, ITypeSymbol record, OriginFinder origins, KnownSymbols symbols)
    {
        if (origins.FindAnew(id.Item) is not Origin.FromQuery { CameAlong: false } origin
            || !symbols.IsQuery(origin.Call.Call.Type)
            || !SymbolEqualityComparer.Default.Equals(origin.Call.Entity, id.Property!.ContainingType))
        {
            return null;
        }

        foreach (IPropertySymbol association in origin.Call.Entity.GetMembers().OfType<IPropertySymbol>())
        {
            if (association.Name + "Id" == id.Property.Name
                && SymbolEqualityComparer.Default.Equals(association.Type, record)
                && symbols.FindMethodThatBrings(association) is { } include
                && origin.Call.Offers(include))
            {
                return (origin.Call, association.Name, include);
            }
        }

        return null;
    }

    /// <summary>The filter of the resource's list by the ids of its own records.</summary>
    private static string? FindFilter(INamedTypeSymbol resource, ITypeSymbol record, KnownSymbols symbols)
    {
        IMethodSymbol? list = resource.GetMembers("List").OfType<IMethodSymbol>().FirstOrDefault(method =>
            method.Parameters.IsEmpty && SymbolEqualityComparer.Default.Equals(symbols.FindListed(method.ReturnType), record));
        return s_filtersByIds.FirstOrDefault(name => KnownSymbols.FindMembers(list?.ReturnType, name).OfType<IMethodSymbol>().Any(filter =>
            filter.Parameters is [{ Type: INamedTypeSymbol { Name: "IEnumerable", TypeArguments: [var item] } }]
            && SymbolEqualityComparer.Default.Equals(symbols.FindIdentified(item), record)));
    }
}
