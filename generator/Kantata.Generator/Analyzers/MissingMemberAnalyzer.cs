using System.Collections.Immutable;
using System.Globalization;
using Kantata.Generator.Analyzers.Origins;
using Kantata.Generator.Analyzers.Values;
using Kantata.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Kantata.Generator.Analyzers;

/// <summary>Finds requests that miss a member which another makes necessary, where they are surely sent as they are.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingMemberAnalyzer : UsageAnalyzer
{
    /// <summary>The property of a finding that names the member to add; the expression that makes the request is the first additional location.</summary>
    internal const string MemberKey = "Member";

    internal static readonly DiagnosticDescriptor Rule = new(
        "KAN1004",
        "A request misses a member that is necessary",
        "'{0}' is necessary {1}; without it the request is refused before it is sent",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Some members of requests are necessary only when others have a value, or lack one.",
        helpLinkUri: RuleDocumentation.PageOf("KAN1004"));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
    {
        ValueSets sets = new(symbols);
        SentRequests requests = new(symbols, new VariableUses(context.CancellationToken));
        context.RegisterOperationAction(operation => Analyze(operation, symbols, sets, requests), OperationKind.ObjectCreation);
    }

    private static void Analyze(OperationAnalysisContext context, KnownSymbols symbols, ValueSets sets, SentRequests requests)
    {
        IObjectCreationOperation creation = (IObjectCreationOperation)context.Operation;
        if (creation.Type is not INamedTypeSymbol type || !symbols.IsRequest(type) || SetIn(creation) is not { } set)
        {
            return;
        }

        List<(string Member, string Why, SyntaxNode? Cause, bool IsOne)> missing = [.. FindMissing(type, set, symbols, sets)];
        if (missing.Count == 0 || !requests.IsSentAsIs(creation) || ExpectedFailure.Of(creation, "KantataRequestException") || ForeignCode.Gets(creation))
        {
            return;
        }

        foreach ((string member, string why, SyntaxNode? cause, bool isOne) in missing)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rule,
                cause?.GetLocation() ?? HeadOf(creation.Syntax),
                [creation.Syntax.GetLocation()],
                isOne ? ImmutableDictionary<string, string?>.Empty.Add(MemberKey, member) : ImmutableDictionary<string, string?>.Empty,
                member,
                why));
        }
    }

    private static IEnumerable<(string Member, string Why, SyntaxNode? Cause, bool IsOne)> FindMissing(
        INamedTypeSymbol type, Dictionary<string, ISimpleAssignmentOperation> set, KnownSymbols symbols, ValueSets sets)
    {
        HashSet<string> asked = new(StringComparer.Ordinal);
        foreach (IPropertySymbol member in type.GetMembers().OfType<IPropertySymbol>().Where(member => !set.ContainsKey(member.Name)))
        {
            foreach (AttributeData fact in symbols.FactsOf(member, "RequiredWhenAttribute"))
            {
                (string other, string? value) = ConditionOf(fact);
                if (set.TryGetValue(other, out ISimpleAssignmentOperation? cause)
                    && (value is null ? IsSomething(cause.Value) : Written(cause.Value, sets) == value))
                {
                    yield return (member.Name, value is null ? $"when '{other}' is given" : $"when '{other}' is \"{value}\"", cause.Syntax, true);
                }
            }

            foreach (AttributeData fact in symbols.FactsOf(member, "RequiredUnlessAttribute"))
            {
                // Where each of two makes up for the other, one of them is asked for.
                (string other, string? value) = ConditionOf(fact);
                bool isGiven = set.TryGetValue(other, out ISimpleAssignmentOperation? given);
                if (isGiven ? value is not null && Written(given!.Value, sets) is { } written && written != value : !asked.Contains(other))
                {
                    asked.Add(member.Name);
                    yield return (member.Name, value is null ? $"unless '{other}' is given" : $"unless '{other}' is \"{value}\"", given?.Syntax, true);
                }
            }
        }

        foreach (AttributeData fact in symbols.FactsOf(type, "RequiresOneOfAttribute"))
        {
            string[] members = ((string)fact.ConstructorArguments[0].Value!).Split([", "], StringSplitOptions.None);
            if (!members.Any(set.ContainsKey))
            {
                yield return (members[0], $"unless one of {string.Join(", ", members.Skip(1))} is given", null, false);
            }
        }
    }

    private static (string Member, string? Value) ConditionOf(AttributeData fact) =>
        ((string)fact.ConstructorArguments[0].Value!, fact.ConstructorArguments.Length > 1 ? fact.ConstructorArguments[1].Value as string : null);

    /// <summary>The members that the initializer sets; null where it does something else.</summary>
    private static Dictionary<string, ISimpleAssignmentOperation>? SetIn(IObjectCreationOperation creation)
    {
        Dictionary<string, ISimpleAssignmentOperation> set = new(StringComparer.Ordinal);
        foreach (IOperation initializer in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (initializer is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { } member } } assignment || KnownSymbols.IsWritten(member))
            {
                return null;
            }

            set[member.Name] = assignment;
        }

        return creation.Constructor is { } constructor && !creation.Arguments.Any() && !IsWrittenByPeople(constructor) ? set : null;
    }

    // A constructor that people wrote in their part of the class may set members.
    private static bool IsWrittenByPeople(IMethodSymbol constructor) => !constructor.IsImplicitlyDeclared && KnownSymbols.IsWritten(constructor);

    // A value that may be null may be left out.
    private static bool IsSomething(IOperation value)
    {
        IOperation given = ValueSets.WithoutConversions(value);
        return given.ConstantValue is { HasValue: true, Value: not null }
            || (given is IObjectCreationOperation or IArrayCreationOperation)
            || given.Type is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T };
    }

    private static string? Written(IOperation value, ValueSets sets) => ValueSets.WithoutConversions(value).ConstantValue switch
    {
        { HasValue: true, Value: bool truth } => truth ? "true" : "false",
        { HasValue: true, Value: IFormattable number } => number.ToString(null, CultureInfo.InvariantCulture),
        _ => sets.FindWritten(value),
    };

    private static Location HeadOf(SyntaxNode creation) => creation switch
    {
        ObjectCreationExpressionSyntax named => named.SyntaxTree.GetLocation(TextSpan.FromBounds(named.SpanStart, named.Type.Span.End)),
        ImplicitObjectCreationExpressionSyntax unnamed => unnamed.NewKeyword.GetLocation(),
        _ => creation.GetLocation(),
    };
}
