using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kantata.Generator.Analyzers.Origins;

/// <summary>
/// The use of a member of the framework or of the runtime, whose type parameters tell how objects pass through it: what is typed by
/// a type parameter on the way out is what was typed by it on the way in.
/// </summary>
/// <param name="Member">The member, with its type arguments.</param>
/// <param name="Instance">What it is called on.</param>
/// <param name="Arguments">What it gets.</param>
internal sealed record GenericCall(ISymbol Member, IOperation? Instance, ImmutableArray<IArgumentOperation> Arguments)
{
    private static readonly HashSet<string> s_questions = new(StringComparer.Ordinal) { "Contains", "Remove", "IndexOf", "LastIndexOf" };

    /// <summary>The call that an operation is; null for other operations and for members that nothing is known of.</summary>
    public static GenericCall? Of(IOperation operation) => operation switch
    {
        IInvocationOperation call when IsTrusted(call.TargetMethod) => new(call.TargetMethod, call.Instance, call.Arguments),
        IPropertyReferenceOperation property when IsTrusted(property.Property) => new(property.Property, property.Instance, property.Arguments),
        IObjectCreationOperation { Constructor: { } constructor } creation when IsTrusted(constructor) => new(constructor, null, creation.Arguments),
        _ => null,
    };

    /// <summary>Whether the member does with objects what its types say.</summary>
    public static bool IsTrusted(ISymbol member)
    {
        if (member.ContainingAssembly?.Name == "Kantata.Runtime")
        {
            return true;
        }

        INamespaceSymbol? place = member.ContainingNamespace;
        while (place is { ContainingNamespace.IsGlobalNamespace: false })
        {
            place = place.ContainingNamespace;
        }

        return place?.Name == "System";
    }

    /// <summary>Whether a type is made with a type parameter of a type or of one around it.</summary>
    public static bool Mentions(ITypeSymbol type, INamedTypeSymbol owner) =>
        ParametersIn(type).Any(parameter => SymbolEqualityComparer.Default.Equals(parameter.DeclaringType, owner));

    /// <summary>The argument that a collection keeps; null where the call keeps none.</summary>
    public static IArgumentOperation? FindKept(IInvocationOperation call)
    {
        INamedTypeSymbol collection = call.TargetMethod.OriginalDefinition.ContainingType;
        return collection.TypeParameters.IsEmpty || s_questions.Contains(call.TargetMethod.Name)
            ? null
            : call.Arguments.FirstOrDefault(argument =>
                argument.Parameter is { RefKind: RefKind.None } parameter
                && parameter.Type.TypeKind != TypeKind.Delegate
                && (parameter.Type.IsReferenceType || parameter.Type.IsTupleType)
                && Mentions(parameter.OriginalDefinition.Type, collection));
    }

    /// <summary>The type parameters that a type is made with.</summary>
    public static IEnumerable<ITypeParameterSymbol> ParametersIn(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol parameter => [parameter],
        IArrayTypeSymbol array => ParametersIn(array.ElementType),
        INamedTypeSymbol named => (named.ContainingType is { } outer ? ParametersIn(outer) : []).Concat(named.TypeArguments.SelectMany(ParametersIn)),
        _ => [],
    };

    /// <summary>What a type parameter stands for in this call.</summary>
    public ITypeSymbol? Bind(ITypeParameterSymbol parameter)
    {
        if (parameter.DeclaringMethod is not null)
        {
            return Member is IMethodSymbol method && parameter.Ordinal < method.TypeArguments.Length ? method.TypeArguments[parameter.Ordinal] : null;
        }

        for (INamedTypeSymbol? type = Member.ContainingType; type is not null; type = type.ContainingType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, parameter.DeclaringType))
            {
                return type.TypeArguments[parameter.Ordinal];
            }
        }

        return null;
    }
}
