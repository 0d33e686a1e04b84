using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kantata.Generator.Analyzers.Origins;

/// <summary>What a body does with the results of one query.</summary>
internal sealed class ResultUses(QueryCall query, KnownSymbols symbols, OriginFinder origins)
{
    private readonly HashSet<string> _methods = new(StringComparer.Ordinal);
    private readonly HashSet<ITypeSymbol> _typesReadFromOthers = new(SymbolEqualityComparer.Default);
    private bool _isEnumerated = !symbols.IsQuery(query.Call.Type);

    /// <summary>Takes an operation into account. Answers whether all that it does with the results can be seen.</summary>
    public bool Add(IOperation operation)
    {
        if (operation is IPropertyReferenceOperation read && symbols.FindMethodThatBrings(read.Property) is { } method)
        {
            AddRead(read, method);
        }

        if (operation is IAnonymousFunctionOperation or IDelegateCreationOperation or ILocalFunctionOperation or IArgumentOperation || !origins.Carries(operation.Type))
        {
            return true;
        }

        // An object of which nothing is known may be one of the results.
        Origin origin = origins.FindAnew(operation);
        return origin.Holds(query)
            ? operation.Parent is { } use && IsVisible(operation, use)
            : origin != Origin.Unknown || !SymbolEqualityComparer.Default.Equals(operation.Type, query.Entity);
    }

    /// <summary>Whether what a query method brings may be read.</summary>
    public bool Reads(string method)
    {
        IPropertySymbol[] brought = [.. query.Entity.GetMembers().OfType<IPropertySymbol>().Where(property => symbols.FindMethodThatBrings(property) == method)];
        return !_isEnumerated
            || brought.Length == 0
            || _methods.Contains(method)
            || brought.Any(property => _typesReadFromOthers.Contains(ItemOf(property.Type)));
    }

    // What came along finds its own associations among all that came.
    private void AddRead(IPropertyReferenceOperation read, string method)
    {
        if (SymbolEqualityComparer.Default.Equals(read.Property.ContainingType, query.Entity))
        {
            _methods.Add(method);
        }

        if (origins.FindAnew(read.Instance) is not Origin.FromQuery { CameAlong: false })
        {
            _typesReadFromOthers.Add(ItemOf(read.Property.Type));
        }
    }

    private static ITypeSymbol ItemOf(ITypeSymbol type) => type is INamedTypeSymbol { TypeArguments: [var item] } ? item : type;

    private bool IsVisible(IOperation result, IOperation use)
    {
        switch (use)
        {
            case IExpressionStatementOperation or IIsPatternOperation or IIsTypeOperation or IBinaryOperation or ISwitchExpressionOperation or ISwitchOperation or IInterpolationOperation
                or IPatternOperation or IPropertySubpatternOperation or IConditionalAccessOperation or ITranslatedQueryOperation or IUsingOperation or IDeclarationExpressionOperation:
                return true;
            case IForEachLoopOperation:
                _isEnumerated = true;
                return true;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                return Follows(declarator.Symbol, declarator);
            case ISimpleAssignmentOperation assignment:
                return assignment.Target is IDiscardOperation
                    || (assignment.Target == result && result is ILocalReferenceOperation)
                    || (assignment.Target is ILocalReferenceOperation target && Follows(target.Local, target));
            case IDeconstructionAssignmentOperation { Target: { } targets }:
                return targets.DescendantsAndSelf().All(target => target is ITupleOperation or IDeclarationExpressionOperation or ILocalReferenceOperation or IDiscardOperation);
            case IConversionOperation { Type: { } type } when !origins.Carries(type):
                return use.Parent is IBinaryOperation or IIsPatternOperation;
            case IPropertyReferenceOperation member when member.Instance == result:
                return !symbols.IsObject(result.Type) || !KnownSymbols.IsWritten(member.Property);
            case IArgumentOperation { Parent: IInvocationOperation call }:
                return HandsOn(call);
            case IInvocationOperation call when call.Instance == result:
                return symbols.IsQuery(call.TargetMethod.ContainingType) ? IsAsking(call)
                    : symbols.IsObject(call.TargetMethod.ContainingType) ? !KnownSymbols.IsWritten(call.TargetMethod)
                    : call.TargetMethod.ContainingType.SpecialType == SpecialType.System_Object || HandsOn(call);
            case IReturnOperation:
                return IsReturnedInView(use);
            default:
                return use.Type is not null && origins.FindAnew(use).Holds(query);
        }
    }

    private bool Follows(ISymbol variable, IOperation reference) => origins.FindInflows(variable, reference).Holds(query);

    private bool IsAsking(IInvocationOperation call)
    {
        if (KnownSymbols.IsWritten(call.TargetMethod))
        {
            return false;
        }

        _isEnumerated |= !symbols.IsQuery(call.Type) && call.TargetMethod.Name != "CountAsync";
        return true;
    }

    // A member of a collection or of LINQ, with lambdas whose bodies are here.
    private bool HandsOn(IInvocationOperation call)
    {
        string place = call.TargetMethod.ContainingNamespace.ToDisplayString();
        bool isKnown = place.StartsWith("System.Linq", StringComparison.Ordinal)
            || place.StartsWith("System.Collections", StringComparison.Ordinal)
            || place.StartsWith("System.Threading.Tasks", StringComparison.Ordinal)
            || place.StartsWith("System.Runtime.CompilerServices", StringComparison.Ordinal);
        if (!isKnown)
        {
            return false;
        }

        _isEnumerated = true;
        return call.Arguments.All(argument => argument.Value is not IDelegateCreationOperation { Target: not IAnonymousFunctionOperation })
            && call.Arguments.All(argument => argument.Parameter!.Type.TypeKind != TypeKind.Delegate || argument.Value is IDelegateCreationOperation or { ConstantValue.HasValue: true })
            && (!origins.Carries(call.Type) || origins.FindAnew(call).Holds(query));
    }

    // Given back by a lambda that a known member takes, or by a local function whose calls are here.
    private bool IsReturnedInView(IOperation returned)
    {
        for (IOperation? outer = returned.Parent; outer is not null; outer = outer.Parent)
        {
            switch (outer)
            {
                case IAnonymousFunctionOperation { Parent: IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } } }:
                    return HandsOn(call) || origins.FindQueryCall(call) is not null;
                case ILocalFunctionOperation function:
                    return !VariableUses.RootOf(function).Descendants().Any(operation =>
                        operation is IMethodReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Method, function.Symbol));
                case IAnonymousFunctionOperation:
                    return false;
            }
        }

        return false;
    }
}
