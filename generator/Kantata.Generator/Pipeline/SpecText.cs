using Kantata.Spec;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kantata.Generator.Pipeline;

/// <summary>An additional file that is a document of the API. It compares by the file's identity, so that it stands only at the pipeline's mouth.</summary>
/// <param name="File">The additional file.</param>
/// <param name="Name">Its name among the documents, with forward slashes.</param>
/// <param name="Origin">Who brought it.</param>
internal sealed record SpecText(AdditionalText File, string Name, SpecOrigin Origin)
{
    private const string OriginKey = "build_metadata.AdditionalFiles.KantataSpec";
    private const string NameKey = "build_metadata.AdditionalFiles.KantataSpecName";

    /// <summary>The document; null where an additional file is none.</summary>
    public static SpecText? From(AdditionalText file, AnalyzerConfigOptionsProvider options)
    {
        AnalyzerConfigOptions metadata = options.GetOptions(file);
        if (!metadata.TryGetValue(OriginKey, out string? origin) || origin.Length == 0)
        {
            return null;
        }

        string name = metadata.TryGetValue(NameKey, out string? given) && given.Length > 0 ? given : Path.GetFileName(file.Path.Replace('\\', '/'));
        return new SpecText(
            file,
            name.Replace('\\', '/'),
            string.Equals(origin, "bundled", StringComparison.OrdinalIgnoreCase) ? SpecOrigin.Bundled : SpecOrigin.User);
    }

    /// <summary>The document with its text.</summary>
    public SpecFile Read(CancellationToken cancellationToken) => new(Name, File.GetText(cancellationToken)?.ToString() ?? "", Origin);
}
