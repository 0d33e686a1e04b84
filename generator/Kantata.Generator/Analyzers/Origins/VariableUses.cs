using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Kantata.Generator.Analyzers.Origins;

/// <summary>Knows what gets into variables, and the bodies of what is declared in the same file. Many threads may ask.</summary>
internal sealed class VariableUses(CancellationToken cancellationToken)
{
    private readonly ConditionalWeakTable<IOperation, Dictionary<ISymbol, List<Inflow>>> _bodies = new();

    /// <summary>What gets into a variable; null where not all of it can be seen.</summary>
    /// <param name="variable">A local variable, a parameter or a field.</param>
    /// <param name="reference">Where it is used.</param>
    public IReadOnlyList<Inflow>? Of(ISymbol variable, IOperation reference)
    {
        if (variable is IFieldSymbol field)
        {
            return OfField(field, reference);
        }

        IOperation root = RootOf(reference);
        return _bodies.GetValue(root, Collect).TryGetValue(variable, out List<Inflow>? inflows) ? inflows : [];
    }

    /// <summary>Whether a local variable is read anywhere; assigning it is not reading it.</summary>
    public static bool IsRead(ILocalSymbol local, IOperation declaration) => RootOf(declaration).Descendants().Any(operation =>
        operation is ILocalReferenceOperation { IsDeclaration: false } reference
        && SymbolEqualityComparer.Default.Equals(reference.Local, local)
        && !(reference.Parent is ISimpleAssignmentOperation { Parent: IExpressionStatementOperation } assignment && assignment.Target == reference));

    /// <summary>The body of a member of the same file; null where there is none.</summary>
    public IOperation? BodyOf(ISymbol member, IOperation use)
    {
        if (member.DeclaringSyntaxReferences is not [var declaration] || declaration.SyntaxTree != use.Syntax.SyntaxTree || use.SemanticModel is not { } model)
        {
            return null;
        }

        SyntaxNode? body = declaration.GetSyntax(cancellationToken) switch
        {
            MethodDeclarationSyntax method => method,
            LocalFunctionStatementSyntax function => function,
            PropertyDeclarationSyntax { ExpressionBody.Expression: { } expression } => expression,
            _ => null,
        };
        return body is null ? null : model.GetOperation(body, cancellationToken);
    }

    /// <summary>The operation that all others of a body are in.</summary>
    public static IOperation RootOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    private static Dictionary<ISymbol, List<Inflow>> Collect(IOperation root)
    {
        Dictionary<ISymbol, List<Inflow>> inflows = new(SymbolEqualityComparer.Default);
        foreach (IOperation operation in root.DescendantsAndSelf())
        {
            switch (operation)
            {
                case ILocalReferenceOperation reference when Inflow.Find(reference) is { } inflow:
                    Add(reference.Local, inflow);
                    break;
                case IParameterReferenceOperation reference when Inflow.Find(reference) is { } inflow:
                    Add(reference.Parameter, inflow);
                    break;
                case IVariableDeclaratorOperation { Parent: IForEachLoopOperation loop } declarator:
                    Add(declarator.Symbol, Inflow.Whole(loop.Collection));
                    break;
                case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initializer:
                    Add(declarator.Symbol, Inflow.Whole(initializer.Value));
                    break;
                case IPatternOperation { } pattern when DeclaredBy(pattern) is { } variable:
                    Add(variable, Inflow.Whole(MatchedBy(pattern)));
                    break;
            }
        }

        return inflows;

        void Add(ISymbol variable, Inflow inflow)
        {
            if (!inflows.TryGetValue(variable, out List<Inflow>? known))
            {
                inflows.Add(variable, known = []);
            }

            known.Add(inflow);
        }
    }

    private static ISymbol? DeclaredBy(IPatternOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
        IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
        _ => null,
    };

    /// <summary>The value that a pattern is matched with; null where it is not that of a variable or a member.</summary>
    public static IOperation? MatchedBy(IPatternOperation pattern)
    {
        IOperation matching = pattern;
        while (matching.Parent is INegatedPatternOperation or IBinaryPatternOperation)
        {
            matching = matching.Parent;
        }

        return matching.Parent switch
        {
            IIsPatternOperation match => match.Value,
            IPropertySubpatternOperation property => property.Member,
            ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } => choice.Value,
            IPatternCaseClauseOperation { Parent.Parent: ISwitchOperation choice } => choice.Value,
            _ => null,
        };
    }

    // A field that others cannot assign, of a type that is declared in one place.
    private List<Inflow>? OfField(IFieldSymbol field, IOperation reference)
    {
        if (field.ContainingType.DeclaringSyntaxReferences is not [var declaration]
            || declaration.SyntaxTree != reference.Syntax.SyntaxTree
            || reference.SemanticModel is not { } model)
        {
            return null;
        }

        List<Inflow> inflows = [];
        foreach (SyntaxNode node in declaration.GetSyntax(cancellationToken).DescendantNodes())
        {
            switch (node)
            {
                case VariableDeclaratorSyntax { Initializer.Value: { } value } declarator when declarator.Identifier.ValueText == field.Name
                    && SymbolEqualityComparer.Default.Equals(model.GetDeclaredSymbol(declarator, cancellationToken), field):
                    inflows.Add(Inflow.Whole(model.GetOperation(value, cancellationToken)));
                    break;
                case IdentifierNameSyntax name when name.Identifier.ValueText == field.Name
                    && model.GetOperation(name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name, cancellationToken) is IFieldReferenceOperation use
                    && SymbolEqualityComparer.Default.Equals(use.Field, field)
                    && Inflow.Find(use) is { } inflow:
                    inflows.Add(inflow);
                    break;
            }
        }

        return inflows;
    }
}
