using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Kantata.CompilerHost;

/// <summary>
/// Loads the analyzers of one folder as compilers do: into a context of their own, which takes the compiler's assemblies from the compiler and all others from the folder.
/// </summary>
internal sealed class AnalyzerFolder(string folder) : AssemblyLoadContext, IAnalyzerAssemblyLoader
{
    private static readonly HashSet<string> s_ofTheCompiler =
    [
        "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "System.Collections.Immutable", "System.Reflection.Metadata",
    ];

    /// <summary>The files that the compiler is told of.</summary>
    public IEnumerable<string> Files => Directory.EnumerateFiles(folder, "*.dll").Order(StringComparer.Ordinal);

    /// <summary>What was loaded from the folder, as <c>name version</c>.</summary>
    public IEnumerable<string> Loaded => Assemblies.Select(assembly => assembly.GetName()).Select(name => $"{name.Name} {name.Version}").Order(StringComparer.Ordinal);

    public void AddDependencyLocation(string fullPath)
    {
    }

    public Assembly LoadFromPath(string fullPath) => LoadFromAssemblyPath(fullPath);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string file = Path.Combine(folder, assemblyName.Name + ".dll");
        return !s_ofTheCompiler.Contains(assemblyName.Name!) && File.Exists(file) ? LoadFromAssemblyPath(file) : null;
    }
}
