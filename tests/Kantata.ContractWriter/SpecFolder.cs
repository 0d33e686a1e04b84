using Kantata.Spec;

namespace Kantata.ContractWriter;

/// <summary>A folder of documents.</summary>
public static class SpecFolder
{
    /// <summary>Its documents, sorted by name.</summary>
    public static IReadOnlyList<SpecFile> Read(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".md" or ".yaml" or ".json")
            .Order(StringComparer.Ordinal)
            .Select(file => new SpecFile(Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file), SpecOrigin.Bundled)),
    ];
}
