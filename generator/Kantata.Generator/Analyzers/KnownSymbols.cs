using Microsoft.CodeAnalysis;

namespace Kantata.Generator.Analyzers;

/// <summary>The types of the runtime by which generated code is known, whatever namespace and names it has.</summary>
internal sealed class KnownSymbols
{
    private readonly INamedTypeSymbol _listQuery;
    private readonly INamedTypeSymbol _query;
    private readonly INamedTypeSymbol _id;
    private readonly INamedTypeSymbol _object;
    private readonly INamedTypeSymbol _entity;
    private readonly INamedTypeSymbol _resourceClient;
    private readonly INamedTypeSymbol _client;
    private readonly INamedTypeSymbol _availableWith;
    private readonly INamedTypeSymbol _request;
    private readonly INamedTypeSymbol _valueSet;

    private KnownSymbols(
        INamedTypeSymbol listQuery,
        INamedTypeSymbol query,
        INamedTypeSymbol id,
        INamedTypeSymbol @object,
        INamedTypeSymbol entity,
        INamedTypeSymbol resourceClient,
        INamedTypeSymbol client,
        INamedTypeSymbol availableWith,
        INamedTypeSymbol request,
        INamedTypeSymbol valueSet)
    {
        _listQuery = listQuery;
        _query = query;
        _id = id;
        _object = @object;
        _entity = entity;
        _resourceClient = resourceClient;
        _client = client;
        _availableWith = availableWith;
        _request = request;
        _valueSet = valueSet;
    }

    /// <summary>The runtime's assembly.</summary>
    public IAssemblySymbol Runtime => _object.ContainingAssembly;

    /// <summary>Finds the types; null where the compilation does not know them.</summary>
    public static KnownSymbols? Find(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Kantata.KantataObject") is { } @object
        && compilation.GetTypeByMetadataName("Kantata.KantataEntity") is { } entity
        && compilation.GetTypeByMetadataName("Kantata.Query`1") is { } query
        && compilation.GetTypeByMetadataName("Kantata.ListQuery`2") is { } listQuery
        && compilation.GetTypeByMetadataName("Kantata.Id`1") is { } id
        && compilation.GetTypeByMetadataName("Kantata.Runtime.ResourceClient") is { } resourceClient
        && compilation.GetTypeByMetadataName("Kantata.KantataClientBase") is { } client
        && compilation.GetTypeByMetadataName("Kantata.Runtime.AvailableWithAttribute") is { } availableWith
        && compilation.GetTypeByMetadataName("Kantata.KantataRequest") is { } request
        && compilation.GetTypeByMetadataName("Kantata.IValueSet`1") is { } valueSet
            ? new(listQuery, query, id, @object, entity, resourceClient, client, availableWith, request, valueSet)
            : null;

    /// <summary>Whether objects of the type are read from answers.</summary>
    public bool IsObject(ITypeSymbol? type) => DerivesFrom(type, _object);

    /// <summary>Whether objects of the type have an id.</summary>
    public bool IsEntity(ITypeSymbol? type) => DerivesFrom(type, _entity);

    /// <summary>Whether the type is a query, of a list or of one object.</summary>
    public bool IsQuery(ITypeSymbol? type) => FindBase(type, _query) is not null;

    /// <summary>Whether the type is a query of a list.</summary>
    public bool IsListQuery(ITypeSymbol? type) => FindListed(type) is not null;

    /// <summary>What a query of a list lists; null for other types.</summary>
    public ITypeSymbol? FindListed(ITypeSymbol? type) => FindBase(type, _listQuery)?.TypeArguments[1];

    /// <summary>What an id is an id of; null for other types. A nullable id is one too.</summary>
    public ITypeSymbol? FindIdentified(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
        }

        return type is INamedTypeSymbol named && Same(named.OriginalDefinition, _id) ? named.TypeArguments[0] : null;
    }

    /// <summary>Whether the type is the client of one resource.</summary>
    public bool IsResourceClient(ITypeSymbol? type) => DerivesFrom(type, _resourceClient);

    /// <summary>Whether the type is the client.</summary>
    public bool IsClient(ITypeSymbol? type) => DerivesFrom(type, _client);

    /// <summary>Whether objects of the type are sent in requests.</summary>
    public bool IsRequest(ITypeSymbol? type) => DerivesFrom(type, _request);

    /// <summary>Whether the type is an open set of values.</summary>
    public bool IsValueSet(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Struct } named && named.Interfaces.Any(candidate => Same(candidate.OriginalDefinition, _valueSet));

    /// <summary>What the documents say of a member or a type, as far as it is of one kind.</summary>
    /// <param name="symbol">The member, parameter or type.</param>
    /// <param name="attribute">The runtime's attribute that tells it.</param>
    public IEnumerable<AttributeData> FactsOf(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().Where(data => data.AttributeClass?.Name == attribute && Same(data.AttributeClass.ContainingAssembly, Runtime));

    /// <summary>The query method that brings a member along; null for members that always come.</summary>
    public string? FindMethodThatBrings(IPropertySymbol property)
    {
        foreach (AttributeData attribute in property.GetAttributes())
        {
            if (Same(attribute.AttributeClass, _availableWith))
            {
                return attribute.ConstructorArguments is [{ Value: string method }] ? method : "Include" + property.Name;
            }
        }

        return null;
    }

    /// <summary>The members of a name that a type has itself or from its base classes: of the methods of a query the runtime has some.</summary>
    public static IEnumerable<ISymbol> FindMembers(ITypeSymbol? type, string name)
    {
        for (ITypeSymbol? candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            foreach (ISymbol member in candidate.GetMembers(name))
            {
                yield return member;
            }
        }
    }

    /// <summary>Whether a member was written by people: generated classes are partial.</summary>
    public static bool IsWritten(ISymbol member) =>
        member.DeclaringSyntaxReferences.Any(declaration => !declaration.SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal));

    private static bool DerivesFrom(ITypeSymbol? type, INamedTypeSymbol @base) => FindBase(type, @base) is not null;

    private static INamedTypeSymbol? FindBase(ITypeSymbol? type, INamedTypeSymbol definition)
    {
        for (INamedTypeSymbol? candidate = type as INamedTypeSymbol; candidate is not null; candidate = candidate.BaseType)
        {
            if (Same(candidate.OriginalDefinition, definition))
            {
                return candidate;
            }
        }

        return null;
    }

    private static bool Same(ISymbol? one, ISymbol? other) => SymbolEqualityComparer.Default.Equals(one, other);
}
