using Kantata.Generator.Pipeline;
using Kantata.Spec;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kantata.Generator.Analyzers.Resources;

/// <summary>The client that the generator wrote into a compilation, as far as the syntax tells: which file has which type.</summary>
internal sealed class GeneratedClient
{
    private readonly Dictionary<string, GeneratedFile> _files = new(StringComparer.Ordinal);

    public GeneratedClient(Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees.Where(IsGenerated))
        {
            cancellationToken.ThrowIfCancellationRequested();
            GeneratedFile file = GeneratedFile.Read(tree.GetRoot(cancellationToken));
            foreach (string type in file.Types)
            {
                _files[type] = file;
            }
        }
    }

    /// <summary>The files of resources.</summary>
    public IEnumerable<GeneratedFile> Resources => _files.Values.Where(file => file.Key is not null).Distinct();

    /// <summary>Whether the generator wrote a file.</summary>
    public static bool IsGenerated(SyntaxTree tree) => tree.FilePath.Contains(typeof(KantataGenerator).FullName);

    /// <summary>The file of a type; null where it is none of the client's.</summary>
    public GeneratedFile? FindFile(string type) => _files.TryGetValue(type, out GeneratedFile? file) ? file : null;

    /// <summary>
    /// The names in the user's code that may say which resources it uses: of types, of the client's resources, and of members that are
    /// entities.
    /// </summary>
    public HashSet<string> CollectNames()
    {
        HashSet<string> names = new(_files.Keys, StringComparer.Ordinal);
        foreach (PropertyDeclarationSyntax property in _files.Values.Distinct()
            .Where(file => file.Key is null)
            .SelectMany(file => file.Root.DescendantNodes(node => node is not BaseMethodDeclarationSyntax and not BasePropertyDeclarationSyntax))
            .OfType<PropertyDeclarationSyntax>())
        {
            if (property.Type.DescendantNodesAndSelf(node => node is not GenericNameSyntax { Identifier.ValueText: "Id" })
                .OfType<IdentifierNameSyntax>()
                .Any(type => _files.ContainsKey(type.Identifier.ValueText)))
            {
                names.Add(property.Identifier.ValueText);
            }
        }

        return names;
    }

    /// <summary>
    /// The resources that bring some types with all their members: those that have them, and for each entity that the answers of these do
    /// not hold, one more, which is called like the entity or holds little else. Null where an entity comes with none.
    /// </summary>
    public IReadOnlyList<string>? FindResources(IEnumerable<string> types)
    {
        GeneratedFile[] used = [.. types.Select(FindFile).OfType<GeneratedFile>().Distinct()];
        HashSet<string> keys = new(StringComparer.Ordinal);
        HashSet<string> entities = new(StringComparer.Ordinal);
        foreach (GeneratedFile resource in used.Where(file => file.Key is not null))
        {
            Add(resource);
        }

        foreach (string entity in used.Where(file => file.IsEntity).Select(file => file.Types[0]).OrderBy(entity => entity, StringComparer.Ordinal))
        {
            if (!entities.Contains(entity))
            {
                if (FindResourceOf(entity) is not { } resource)
                {
                    return null;
                }

                Add(resource);
            }
        }

        return [.. keys.OrderBy(key => key, StringComparer.Ordinal)];

        void Add(GeneratedFile resource)
        {
            keys.Add(resource.Key!);
            entities.UnionWith(resource.ReadEntities());
        }
    }

    private GeneratedFile? FindResourceOf(string entity)
    {
        string collection = string.Concat(EnglishNoun.Plural(entity).Select((c, i) => i > 0 && char.IsUpper(c) ? "_" + c : c.ToString())).ToLowerInvariant();
        return Resources
            .Select(resource => (Resource: resource, Entities: resource.ReadEntities().Distinct().ToArray()))
            .Where(candidate => candidate.Entities.Contains(entity))
            .OrderByDescending(candidate => candidate.Resource.Key == collection)
            .ThenBy(candidate => candidate.Entities.Length)
            .ThenBy(candidate => candidate.Resource.Key, StringComparer.Ordinal)
            .FirstOrDefault().Resource;
    }
}
