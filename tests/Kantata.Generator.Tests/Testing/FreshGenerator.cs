using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Kantata.Generator.Tests.Testing;

/// <summary>The generator loaded anew with all that it brings along, as into a compiler that has just started: nothing of it is made yet.</summary>
internal static class FreshGenerator
{
    public static IIncrementalGenerator Load()
    {
        Assembly assembly = new Fresh().LoadFromAssemblyName(new AssemblyName("Kantata.Generator"));
        return (IIncrementalGenerator)Activator.CreateInstance(assembly.GetType("Kantata.Generator.Pipeline.KantataGenerator", throwOnError: true)!)!;
    }

    // Not collectible: such a context ends once nobody refers to it, even where code of it still loads more.
    private sealed class Fresh() : AssemblyLoadContext("fresh")
    {
        private static readonly string[] s_own = ["Kantata.Generator", "Kantata.Spec", "Scriban.Signed", "Microsoft.OpenApi", "YamlDotNet"];

        protected override Assembly? Load(AssemblyName assemblyName) =>
            s_own.Contains(assemblyName.Name) ? LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, assemblyName.Name + ".dll")) : null;
    }
}
