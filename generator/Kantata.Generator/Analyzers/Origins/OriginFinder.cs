using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Kantata.Generator.Analyzers.Origins;

/// <summary>
/// Answers which query the objects in a value come from, where that is certain. It goes back from a value through whatever hands it on:
/// variables, loops, lambdas, the members of collections and of LINQ, and methods whose bodies are in the same file.
/// </summary>
internal sealed class OriginFinder(KnownSymbols symbols, VariableUses variables)
{
    // Code that is written by people is far below; what is written by machines is not followed without end.
    private const int MostSteps = 2000;

    private readonly HashSet<ISymbol> _open = new(SymbolEqualityComparer.Default);
    private int _steps;

    /// <summary>Where the objects in a value come from.</summary>
    public Origin Find(IOperation? value)
    {
        if (value is null || ++_steps > MostSteps)
        {
            return Origin.Unknown;
        }

        return value switch
        {
            IConversionOperation { OperatorMethod: null } conversion => Find(conversion.Operand),
            IAwaitOperation awaiting => Find(awaiting.Operation),
            IDeclarationExpressionOperation declaration => Find(declaration.Expression),
            ILocalReferenceOperation local => Once(local.Local, () => FindInflows(local.Local, local)),
            IParameterReferenceOperation parameter => Once(parameter.Parameter, () => FindParameter(parameter)),
            IFieldReferenceOperation { Field.ContainingType.IsTupleType: true } item => Part(Find(item.Instance), PositionOf(item.Field)),
            IFieldReferenceOperation { Field: { } field } when field.DeclaredAccessibility == Accessibility.Private || field.IsReadOnly =>
                Once(field, () => FindInflows(field, value)),
            IPropertyReferenceOperation property => FindProperty(property),
            IInvocationOperation call => FindCall(call),
            IArgumentOperation { Parent: IInvocationOperation call, Parameter: { } parameter } when GenericCall.Of(call) is { } generic =>
                Through(generic, parameter.OriginalDefinition.Type),
            IConditionalAccessOperation access => Find(access.WhenNotNull),
            IConditionalAccessInstanceOperation instance => Find(Ancestor<IConditionalAccessOperation>(instance, access => Encloses(access.WhenNotNull, instance))?.Operation),
            IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.PatternInput } input => FindMatched(input),
            ICoalesceOperation coalesce => Find(coalesce.Value).Or(Find(coalesce.WhenNull)),
            IConditionalOperation { WhenFalse: { } otherwise } conditional => Find(conditional.WhenTrue).Or(Find(otherwise)),
            ISwitchExpressionOperation choice => Merge(choice.Arms.Select(arm => Find(arm.Value))),
            IArrayElementReferenceOperation element => Find(element.ArrayReference),
            IArrayCreationOperation { Initializer: { } initializer } => Merge(initializer.ElementValues.Select(Find)),
            IArrayCreationOperation => Origin.Nothing,
            ITupleOperation tuple => new Origin.Parts(tuple.Elements.Select(Find).ToImmutableArray()),
            IAnonymousObjectCreationOperation @object => new Origin.Parts(@object.Initializers.Select(part => Find((part as ISimpleAssignmentOperation)?.Value)).ToImmutableArray()),
            IObjectCreationOperation creation => FindCreated(creation),
            ITranslatedQueryOperation query => Find(query.Operation),
            IDelegateCreationOperation creation => FindReturned(creation.Target),
            IThrowOperation => Origin.Nothing,
            _ when value.Syntax is CollectionExpressionSyntax collection => FindElements(collection, value),
            _ when value is IDefaultValueOperation || value.ConstantValue is { HasValue: true, Value: null } => Origin.Nothing,
            _ => Origin.Unknown,
        };
    }

    /// <summary>Where the objects in a variable come from.</summary>
    public Origin FindInflows(ISymbol variable, IOperation reference) => variables.Of(variable, reference) is { } inflows
        ? Merge(inflows.Select(inflow => inflow.Path.Aggregate(Find(inflow.Value), Part)))
        : Origin.Unknown;

    /// <summary>Begins anew: what is found next does not depend on what was found before.</summary>
    public Origin FindAnew(IOperation? value)
    {
        _steps = 0;
        return Find(value);
    }

    private static Origin Merge(IEnumerable<Origin> origins) => origins.Aggregate(Origin.Nothing, (one, other) => one.Or(other));

    private static Origin Part(Origin origin, int position) => origin switch
    {
        Origin.Parts parts => position >= 0 && position < parts.Items.Length ? parts.Items[position] : Origin.Unknown,
        _ => origin,
    };

    private static int PositionOf(IFieldSymbol item)
    {
        IFieldSymbol field = item.CorrespondingTupleField ?? item;
        return field.ContainingType.TupleElements.IndexOf(
            field.ContainingType.TupleElements.FirstOrDefault(element => SymbolEqualityComparer.Default.Equals(element.CorrespondingTupleField ?? element, field))!);
    }

    private static T? Ancestor<T>(IOperation operation, Func<T, bool> isIt)
        where T : class, IOperation
    {
        for (IOperation? parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is T candidate && isIt(candidate))
            {
                return candidate;
            }
        }

        return null;
    }

    private static bool Encloses(IOperation outer, IOperation inner)
    {
        for (IOperation? candidate = inner; candidate is not null; candidate = candidate.Parent)
        {
            if (candidate == outer)
            {
                return true;
            }
        }

        return false;
    }

    // What a variable gets from itself adds nothing to what it gets from elsewhere.
    private Origin Once(ISymbol symbol, Func<Origin> find)
    {
        if (!_open.Add(symbol))
        {
            return Origin.Nothing;
        }

        Origin origin = find();
        _open.Remove(symbol);
        return origin;
    }

    private Origin FindParameter(IParameterReferenceOperation reference)
    {
        IParameterSymbol parameter = reference.Parameter;
        if (variables.Of(parameter, reference) is not { Count: 0 }
            || Ancestor<IAnonymousFunctionOperation>(reference, function => SymbolEqualityComparer.Default.Equals(function.Symbol, parameter.ContainingSymbol)) is not { Parent: IDelegateCreationOperation lambda })
        {
            return Origin.Unknown;
        }

        if (lambda.Parent is not IArgumentOperation { Parent: IInvocationOperation call, Parameter: { } target })
        {
            return Origin.Unknown;
        }

        if (FindQueryCall(call) is { } queryCall)
        {
            return new Origin.FromQuery(queryCall, ImmutableHashSet<string>.Empty);
        }

        return GenericCall.Of(call) is { } generic
            && target.OriginalDefinition.Type is INamedTypeSymbol { DelegateInvokeMethod.Parameters: { } parameters }
            && parameter.Ordinal < parameters.Length
                ? Through(generic, parameters[parameter.Ordinal].Type)
                : Origin.Unknown;
    }

    private Origin FindProperty(IPropertyReferenceOperation reference)
    {
        IPropertySymbol property = reference.Property;
        if (property.ContainingType.IsAnonymousType)
        {
            int position = property.ContainingType.GetMembers().OfType<IPropertySymbol>().ToList().FindIndex(member => SymbolEqualityComparer.Default.Equals(member, property));
            return Part(Find(reference.Instance), position);
        }

        // What hangs on an object came along with it. Other properties of it hold no objects.
        if (symbols.IsObject(property.ContainingType))
        {
            return Find(reference.Instance) is Origin.FromQuery query && !KnownSymbols.IsWritten(property) ? query with { CameAlong = true } : Origin.Unknown;
        }

        if (GenericCall.Of(reference) is { } generic)
        {
            return Through(generic, property.OriginalDefinition.Type);
        }

        return property is { IsVirtual: false, IsAbstract: false, IsOverride: false } ? FindReturned(property, reference) : Origin.Unknown;
    }

    private Origin FindCall(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (symbols.IsQuery(method.ContainingType) && symbols.IsQuery(method.ReturnType))
        {
            Origin query = KnownSymbols.IsWritten(method) ? Origin.Unknown : Find(call.Instance);
            return method.Name != "Parameter" ? query.After(method.Name)
                : call.Arguments is [{ Value.ConstantValue: { HasValue: true, Value: string name } }, ..] && name is not ("include" or "optional_fields") ? query.After(method.Name)
                : query.AfterUnknownInclude();
        }

        if (FindQueryCall(call) is { } queryCall)
        {
            Origin begun = new Origin.FromQuery(queryCall, ImmutableHashSet<string>.Empty);
            return symbols.IsQuery(method.ReturnType) ? begun
                : FindQueryArgument(call) is not { ArgumentKind: ArgumentKind.Explicit } argument ? begun
                : Find(argument.Value) is var asked && asked == Origin.Nothing ? begun
                : asked is Origin.FromQuery query && query.Call.Equals(queryCall) ? query
                : Origin.Unknown;
        }

        if (GenericCall.Of(call) is { } generic)
        {
            return Through(generic, method.OriginalDefinition.ReturnType);
        }

        return method is { MethodKind: MethodKind.LocalFunction } or { IsVirtual: false, IsAbstract: false, IsOverride: false, MethodKind: MethodKind.Ordinary }
            ? FindReturned(method, call)
            : Origin.Unknown;
    }

    /// <summary>The call as the beginning of a query; null where it is none, or where a substitute may answer it.</summary>
    public QueryCall? FindQueryCall(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (!symbols.IsResourceClient(method.ContainingType) || KnownSymbols.IsWritten(method) || !IsReal(call.Instance))
        {
            return null;
        }

        if (symbols.FindListed(method.ReturnType) is { } listed)
        {
            return new QueryCall(call, (INamedTypeSymbol)method.ReturnType, listed);
        }

        ITypeSymbol? answer = method.ReturnType is INamedTypeSymbol { Name: "Task", TypeArguments: [var result] } ? result : null;
        if (answer is INamedTypeSymbol { Name: "IReadOnlyList", TypeArguments: [var item] })
        {
            answer = item;
        }

        return symbols.IsEntity(answer) && FindQueryParameter(method) is { Type: INamedTypeSymbol { TypeArguments: [INamedTypeSymbol query, ..] } }
            ? new QueryCall(call, query, answer!)
            : null;
    }

    private IParameterSymbol? FindQueryParameter(IMethodSymbol method) => method.Parameters.FirstOrDefault(parameter =>
        parameter.Type is INamedTypeSymbol { TypeKind: TypeKind.Delegate, TypeArguments: [var from, var to] }
        && symbols.IsQuery(from)
        && SymbolEqualityComparer.Default.Equals(from, to));

    private IArgumentOperation? FindQueryArgument(IInvocationOperation call) =>
        FindQueryParameter(call.TargetMethod) is { } parameter
            ? call.Arguments.FirstOrDefault(argument => SymbolEqualityComparer.Default.Equals(argument.Parameter, parameter))
            : null;

    /// <summary>Whether a client or a resource is surely a real one: one that may be a substitute answers what a test told it to.</summary>
    public bool IsReal(IOperation? client) => client switch
    {
        IConversionOperation conversion => IsReal(conversion.Operand),
        IConditionalAccessInstanceOperation instance => IsReal(Ancestor<IConditionalAccessOperation>(instance, access => Encloses(access.WhenNotNull, instance))?.Operation),
        IPropertyReferenceOperation property when symbols.IsClient(property.Property.ContainingType) => IsReal(property.Instance),
        IPropertyReferenceOperation property => !ForeignCode.Has(property.Property) && IsGenerated(property.Type),
        IInvocationOperation call => !ForeignCode.Has(call.TargetMethod) && IsGenerated(call.Type),
        IObjectCreationOperation creation => creation.Constructor is { } constructor && !KnownSymbols.IsWritten(constructor) && IsGenerated(creation.Type),
        ILocalReferenceOperation local => IsGenerated(local.Type) && AreReal(local.Local, local),
        IFieldReferenceOperation field => IsGenerated(field.Type) && (field.Field.DeclaredAccessibility != Accessibility.Private || AreReal(field.Field, field)),
        IInstanceReferenceOperation or null => false,
        IParameterReferenceOperation parameter => IsGenerated(parameter.Type),
        _ => true,
    };

    private bool AreReal(ISymbol variable, IOperation reference)
    {
        if (!_open.Add(variable))
        {
            return true;
        }

        bool areReal = variables.Of(variable, reference) is not { } inflows || inflows.All(inflow => inflow.Value is not null && IsReal(inflow.Value));
        _open.Remove(variable);
        return areReal;
    }

    // A type that derives from a generated one is somebody's substitute.
    private bool IsGenerated(ITypeSymbol? type) =>
        type is { BaseType: { } @base } && (symbols.IsClient(type) || symbols.IsResourceClient(type))
        && SymbolEqualityComparer.Default.Equals(@base.ContainingAssembly, symbols.Runtime);

    private Origin FindCreated(IObjectCreationOperation creation)
    {
        if (GenericCall.Of(creation) is not { } call || !call.Member.ContainingType.IsGenericType)
        {
            return Origin.Unknown;
        }

        Origin origin = Origin.Nothing;
        foreach (IArgumentOperation argument in creation.Arguments)
        {
            if (Carries(argument.Value.Type))
            {
                origin = origin.Or(Find(argument.Value));
            }
        }

        foreach (IOperation initializer in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            origin = origin.Or(initializer switch
            {
                IInvocationOperation adding when GenericCall.FindKept(adding) is { } kept => Find(kept.Value),
                ISimpleAssignmentOperation assignment => Find(assignment.Value),
                _ => Origin.Unknown,
            });
        }

        return origin;
    }

    // Known by its syntax, because the oldest compilers that load this have no operation for it.
    private Origin FindElements(CollectionExpressionSyntax collection, IOperation value) =>
        collection.Elements.Count == 0 ? Origin.Nothing
        : value.ChildOperations.Count == 0 ? Origin.Unknown
        : Merge(value.ChildOperations.Select(element => Find(element.Syntax is SpreadElementSyntax && element.ChildOperations.Count > 0 ? element.ChildOperations.First() : element)));

    private Origin FindMatched(IInstanceReferenceOperation input)
    {
        IOperation? pattern = Ancestor<IRecursivePatternOperation>(input, _ => true);
        while (pattern?.Parent is IPatternOperation outer and (INegatedPatternOperation or IBinaryPatternOperation))
        {
            pattern = outer;
        }

        return pattern?.Parent switch
        {
            IIsPatternOperation match => Find(match.Value),
            ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } => Find(choice.Value),
            IPatternCaseClauseOperation { Parent.Parent: ISwitchOperation choice } => Find(choice.Value),
            IPropertySubpatternOperation { Member: { } member } => Find(member),
            _ => Origin.Unknown,
        };
    }

    /// <summary>What comes out of a call typed as one of its types says.</summary>
    private Origin Through(GenericCall call, ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { IsTupleType: true } tuple)
        {
            return new Origin.Parts(tuple.TupleElements.Select(element => Through(call, element.Type)).ToImmutableArray());
        }

        if (type is INamedTypeSymbol { TypeArguments: [INamedTypeSymbol { IsTupleType: true } inner] })
        {
            return Through(call, inner);
        }

        ITypeParameterSymbol[] carriers =
            [.. GenericCall.ParametersIn(type).Distinct<ITypeParameterSymbol>(SymbolEqualityComparer.Default).Where(parameter => Carries(call.Bind(parameter)))];
        return carriers is [var carrier] ? Into(call, carrier) : Origin.Unknown;
    }

    /// <summary>What goes into a call for a type parameter.</summary>
    private Origin Into(GenericCall call, ITypeParameterSymbol parameter)
    {
        Origin? origin = parameter.DeclaringMethod is null && call.Instance is not null ? Find(call.Instance) : null;
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (parameter.DeclaringMethod is null && call.Instance is not null)
            {
                break;
            }

            ITypeSymbol? type = argument.Parameter?.OriginalDefinition.Type;
            type = type is INamedTypeSymbol { DelegateInvokeMethod: { } signature } ? signature.ReturnType : type;
            if (type is null || argument.Parameter!.RefKind == RefKind.Out || !GenericCall.ParametersIn(type).Contains(parameter, SymbolEqualityComparer.Default))
            {
                continue;
            }

            bool isOnlyCarrier = GenericCall.ParametersIn(type).All(other => SymbolEqualityComparer.Default.Equals(other, parameter) || !Carries(call.Bind(other)));
            Origin found = isOnlyCarrier ? Find(argument.Value) : Origin.Unknown;
            origin = origin is null ? found : origin.Or(found);
        }

        return origin ?? Origin.Unknown;
    }

    /// <summary>What a function gives back that is handed over: a lambda or the name of a method.</summary>
    private Origin FindReturned(IOperation function) => function switch
    {
        IAnonymousFunctionOperation lambda => Merge(ReturnedIn(lambda.Body).Select(Find)),
        IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } method } => FindReturned(method, function),
        _ => Origin.Unknown,
    };

    /// <summary>What a member gives back whose body is in the same file.</summary>
    private Origin FindReturned(ISymbol member, IOperation use) => Once(member, () =>
        variables.BodyOf(member, use) is { } body ? Merge(ReturnedIn(body).Select(Find)) : Origin.Unknown);

    private static IEnumerable<IOperation?> ReturnedIn(IOperation body)
    {
        if (body is not (IBlockOperation or IMethodBodyOperation or ILocalFunctionOperation))
        {
            yield return body;
            yield break;
        }

        foreach (IOperation child in body.ChildOperations)
        {
            if (child is IReturnOperation { ReturnedValue: { } value })
            {
                yield return value;
            }
            else if (child is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
            {
                foreach (IOperation? inner in ReturnedBelow(child))
                {
                    yield return inner;
                }
            }
        }
    }

    private static IEnumerable<IOperation?> ReturnedBelow(IOperation operation)
    {
        foreach (IOperation child in operation.ChildOperations)
        {
            if (child is IReturnOperation { ReturnedValue: { } value })
            {
                yield return value;
            }
            else if (child is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
            {
                foreach (IOperation? inner in ReturnedBelow(child))
                {
                    yield return inner;
                }
            }
        }
    }

    /// <summary>Whether a value of a type may hold objects or queries.</summary>
    public bool Carries(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => Carries(array.ElementType),
        INamedTypeSymbol { IsAnonymousType: true } anonymous => anonymous.GetMembers().OfType<IPropertySymbol>().Any(property => Carries(property.Type)),
        INamedTypeSymbol named => symbols.IsObject(named) || symbols.IsQuery(named) || (named.OriginalDefinition.Name != "Id" && named.TypeArguments.Any(Carries)),
        _ => false,
    };
}
