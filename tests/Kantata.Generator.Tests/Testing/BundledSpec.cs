namespace Kantata.Generator.Tests.Testing;

/// <summary>The documents that the package bundles.</summary>
internal static class BundledSpec
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "spec");

    public static IReadOnlyList<InMemoryText> Texts { get; } =
    [
        .. Directory.EnumerateFiles(s_folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".md" or ".yaml")
            .Order(StringComparer.Ordinal)
            .Select(file => new InMemoryText(Path.GetRelativePath(s_folder, file).Replace('\\', '/'), File.ReadAllText(file))),
    ];

    /// <summary>The text of one bundled document.</summary>
    public static string Read(string name) => File.ReadAllText(Path.Combine(s_folder, name));
}
