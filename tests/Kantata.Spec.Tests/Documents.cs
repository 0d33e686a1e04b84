namespace Kantata.Spec.Tests;

/// <summary>The documents that tests read.</summary>
internal static class Documents
{
    /// <summary>The variable that names the folder of published pages.</summary>
    public const string PublishedPages = "KANTATA_PUBLISHED_PAGES";

    /// <summary>The bundled documents, which the build copies beside the tests.</summary>
    public static IReadOnlyList<SpecFile> Bundled { get; } = ReadFolder(Path.Combine(AppContext.BaseDirectory, "spec"), SpecOrigin.Bundled);

    /// <summary>The bundled documents without the overlay.</summary>
    public static IEnumerable<SpecFile> BundledWithoutOverlay => Bundled.Where(file => file.Name != "overlay.json");

    /// <summary>The published pages in the folder that the environment names; null where it names none.</summary>
    public static IReadOnlyList<SpecFile>? Published
        => Environment.GetEnvironmentVariable(PublishedPages) is { Length: > 0 } folder && Directory.Exists(folder)
            ? [.. ReadFolder(folder, SpecOrigin.User).Where(file => file.Name != "README.md")]
            : null;

    /// <summary>A page of an operation with some items.</summary>
    public static SpecFile Page(string sections, string endpoint = "GET /invoices", string description = "Lists invoices.", string name = "pages/invoices/get-invoices.md")
        => new(
            name,
            $"# A title\n\n{description}\n\nEndpoint: {endpoint}\nVersion: 1.0.0\n\n{sections}\n\n## Response 400 fields (application/json):\n\n  - `errors` (array)\n",
            SpecOrigin.Bundled);

    private static List<SpecFile> ReadFolder(string folder, SpecOrigin origin)
        => [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".md" or ".yaml" or ".json")
            .Order(StringComparer.Ordinal)
            .Select(path => new SpecFile(Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText(path), origin))];
}
