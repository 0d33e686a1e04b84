using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Kantata.Generator.Analyzers.Tokens;

/// <summary>Follows a text through code, to where Kantata takes it as a token or secret.</summary>
internal sealed class TokenFlow(KnownSymbols symbols, CancellationToken cancellationToken)
{
    private readonly HashSet<ISymbol> _followed = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a value gets to Kantata.</summary>
    public bool Reaches(IOperation value)
    {
        cancellationToken.ThrowIfCancellationRequested();
        switch (value.Parent)
        {
            case IConversionOperation or IParenthesizedOperation or ICoalesceOperation or IAwaitOperation or ISwitchExpressionOperation
                or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add }:
                return Reaches(value.Parent);
            case IConditionalOperation choice:
                return choice.Condition != value && Reaches(choice);
            case ISwitchExpressionArmOperation { Parent: { } choice } arm:
                return arm.Value == value && Reaches(choice);
            case IArgumentOperation argument:
                return ReachesAs(argument);
            case ISimpleAssignmentOperation assignment:
                return assignment.Value == value && Enters(assignment.Target);
            case ICoalesceAssignmentOperation assignment:
                return assignment.Value == value && Enters(assignment.Target);
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                return Follow(declarator.Symbol, value);
            case IFieldInitializerOperation initializer:
                return initializer.InitializedFields.Any(field => Follow(field, value));
            case IPropertyInitializerOperation initializer:
                return initializer.InitializedProperties.Any(property => IsCredential(property) || Follow(property, value));
            case IParameterInitializerOperation initializer:
                return Follow(initializer.Parameter, value);
            case IReturnOperation:
                return IsGivenBack(value);
            default:
                return false;
        }
    }

    private bool ReachesAs(IArgumentOperation argument)
    {
        switch (argument.Parent)
        {
            case IObjectCreationOperation { Type: { } type } creation:
                return symbols.IsClient(type) || (IsTask(type) && Reaches(creation));
            case IInvocationOperation { TargetMethod: { MethodKind: MethodKind.Constructor } constructor }:
                return symbols.IsClient(constructor.ContainingType);
            case IInvocationOperation { TargetMethod: { Name: "FromResult" } method } call:
                return IsTask(method.ContainingType) && Reaches(call);
            default:
                return false;
        }
    }

    private bool Enters(IOperation target) => target switch
    {
        IPropertyReferenceOperation property => IsCredential(property.Property) || Follow(property.Property, target),
        IFieldReferenceOperation field => Follow(field.Field, target),
        ILocalReferenceOperation local => Follow(local.Local, target),
        IParameterReferenceOperation parameter => Follow(parameter.Parameter, target),
        _ => false,
    };

    /// <summary>Whether what a function returns gets to Kantata: as that of a provider of tokens, or through its callers.</summary>
    private bool IsGivenBack(IOperation value)
    {
        for (IOperation? outer = value.Parent; outer is not null; outer = outer.Parent)
        {
            switch (outer)
            {
                case IAnonymousFunctionOperation { Parent: IDelegateCreationOperation { Parent: { } use } made }:
                    return MakesProvider(use) || (use is IConversionOperation && MakesProvider(use.Parent)) || Reaches(made);
                case ILocalFunctionOperation function:
                    return Follow(function.Symbol, value);
            }
        }

        return value.SemanticModel?.GetEnclosingSymbol(value.Syntax.SpanStart, cancellationToken) switch
        {
            IMethodSymbol { AssociatedSymbol: IPropertySymbol property } => Follow(property, value),
            IMethodSymbol method => GivesToken(method) || Follow(method, value),
            _ => false,
        };
    }

    private bool GivesToken(IMethodSymbol method) => method.ContainingType.AllInterfaces
        .Where(candidate => candidate.Name == "IKantataTokenProvider" && IsOfRuntime(candidate))
        .SelectMany(provider => provider.GetMembers())
        .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));

    private bool MakesProvider(IOperation? use) =>
        use is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType: { Name: "KantataTokenProvider" } type } } && IsOfRuntime(type);

    private bool IsCredential(IPropertySymbol property) =>
        (property is { Name: "AccessToken", ContainingType.Name: "KantataClientOptions" } or { Name: "ClientSecret", ContainingType.Name: "KantataOAuthOptions" })
        && IsOfRuntime(property.ContainingType);

    private bool IsOfRuntime(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, symbols.Runtime);

    private static bool IsTask(ITypeSymbol type) => type is { Name: "Task" or "ValueTask", ContainingNamespace.Name: "Tasks" };

    /// <summary>Whether a variable, a member or a function that holds the text is used where it gets to Kantata.</summary>
    private bool Follow(ISymbol symbol, IOperation origin)
    {
        if (!_followed.Add(symbol))
        {
            return false;
        }

        SemanticModel model = origin.SemanticModel!;
        if (symbol is ILocalSymbol or IParameterSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction })
        {
            return symbol.ContainingSymbol.DeclaringSyntaxReferences.Any(function => ReachesFrom(function.GetSyntax(cancellationToken), symbol, model));
        }

        IEnumerable<SyntaxTree> trees = symbol.DeclaredAccessibility == Accessibility.Private
            ? symbol.ContainingType.DeclaringSyntaxReferences.Select(declaration => declaration.SyntaxTree).Distinct()
            : model.Compilation.SyntaxTrees.Where(tree => !tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal));
        return trees.Any(tree => ReachesFrom(
            tree.GetRoot(cancellationToken),
            symbol,
            tree == model.SyntaxTree ? model : model.Compilation.GetSemanticModel(tree)));
    }

    private bool ReachesFrom(SyntaxNode scope, ISymbol symbol, SemanticModel model)
    {
        foreach (IdentifierNameSyntax name in scope.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == symbol.Name))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol?.OriginalDefinition, symbol.OriginalDefinition)
                && UseOf(name, model) is { } use
                && Reaches(use))
            {
                return true;
            }
        }

        return false;
    }

    private IOperation? UseOf(IdentifierNameSyntax name, SemanticModel model)
    {
        SyntaxNode used = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        if (used.Parent is InvocationExpressionSyntax call && call.Expression == used)
        {
            used = call;
        }

        return model.GetOperation(used, cancellationToken);
    }
}
