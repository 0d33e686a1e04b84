using System.Reflection;
using Kantata.Spec;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Schema;

/// <summary>The documents of the API that are packed into this assembly.</summary>
internal static class BundledDocuments
{
    private const string Prefix = "spec/";

    private static readonly Lazy<ApiModel> s_model = new(() => SpecSet.Read(ReadFiles()).Model);

    /// <summary>The API that they describe; read once in a process.</summary>
    public static ApiModel Model => s_model.Value;

    private static IEnumerable<SpecFile> ReadFiles()
    {
        Assembly assembly = typeof(BundledDocuments).Assembly;
        foreach (string resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using StreamReader reader = new(assembly.GetManifestResourceStream(resource)!);
            // The build writes the separators of the machine that it ran on.
            yield return new SpecFile(resource[Prefix.Length..].Replace('\\', '/'), reader.ReadToEnd(), SpecOrigin.Bundled);
        }
    }
}
