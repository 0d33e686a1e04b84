using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kantata.Generator.Analyzers.Resources;

/// <summary>Gathers the types of a client that code uses, whoever wrote the code: people or other generators.</summary>
internal sealed class ClientUses(GeneratedClient client, INamedTypeSymbol clientType, CancellationToken cancellationToken)
{
    private readonly HashSet<string> _names = client.CollectNames();
    private readonly HashSet<string> _types = new(StringComparer.Ordinal);

    /// <summary>The types.</summary>
    public IReadOnlyCollection<string> Types => _types;

    /// <summary>Whether something looks at the client itself, so that nothing is certain of what it uses.</summary>
    public bool IsReflected { get; private set; }

    /// <summary>Adds what a file uses. Names tell what to look at, so that other code is not bound.</summary>
    public void Add(SyntaxTree tree, Compilation compilation)
    {
        SemanticModel? model = null;
        foreach (SyntaxNode node in tree.GetRoot(cancellationToken).DescendantNodes(descendIntoTrivia: true))
        {
            if (node is SimpleNameSyntax name && _names.Contains(name.Identifier.ValueText))
            {
                cancellationToken.ThrowIfCancellationRequested();
                model ??= compilation.GetSemanticModel(tree);
                Add(name, model.GetSymbolInfo(name, cancellationToken));
            }
            else if (node is BaseTypeDeclarationSyntax type && _names.Contains(type.Identifier.ValueText))
            {
                // A part of a generated type.
                model ??= compilation.GetSemanticModel(tree);
                AddType(model.GetDeclaredSymbol(type, cancellationToken) as ITypeSymbol);
            }
        }
    }

    private void Add(SimpleNameSyntax name, SymbolInfo bound)
    {
        foreach (ISymbol symbol in bound.Symbol is { } only ? [only] : bound.CandidateSymbols.AsEnumerable())
        {
            switch (symbol)
            {
                case IAliasSymbol alias:
                    AddType(alias.Target as ITypeSymbol);
                    break;
                case ITypeSymbol type:
                    AddType(type);
                    IsReflected |= name.Parent is TypeOfExpressionSyntax && IsClient(type);
                    break;
                case IPropertySymbol property:
                    AddType(property.ContainingType);
                    AddType(property.Type);
                    break;
                default:
                    AddType(symbol.ContainingType);
                    break;
            }
        }
    }

    private void AddType(ITypeSymbol? type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                AddType(array.ElementType);
                break;
            case INamedTypeSymbol named:
                INamedTypeSymbol outer = named;
                while (outer.ContainingType is { } around)
                {
                    outer = around;
                }

                if (SymbolEqualityComparer.Default.Equals(outer.ContainingAssembly, clientType.ContainingAssembly)
                    && SymbolEqualityComparer.Default.Equals(outer.ContainingNamespace, clientType.ContainingNamespace)
                    && client.FindFile(outer.Name) is not null)
                {
                    _types.Add(outer.Name);
                }

                // An id only names its entity.
                foreach (ITypeSymbol argument in named.TypeArguments.Where(_ => named.Name != "Id"))
                {
                    AddType(argument);
                }

                break;
        }
    }

    private bool IsClient(ITypeSymbol type) => SymbolEqualityComparer.Default.Equals(type, clientType);
}
