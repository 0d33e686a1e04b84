using System.Collections.Immutable;
using System.Text;
using Kantata.Spec;

namespace Kantata.Generator.Pipeline;

/// <summary>The documents that come with the generator, in its assembly: as files of the user's project they would cost each of its builds.</summary>
internal static class BundledDocuments
{
    private const string Folder = "spec/";
    private const string Corrections = "overlay.json";

    /// <summary>Reads the documents that a project takes. They are read side by side, because nothing else runs before they are there.</summary>
    public static ImmutableArray<SpecDocument> Read(BundledSelection selection, CancellationToken cancellationToken)
    {
        (string Resource, string Name)[] files = [.. Find().Where(file => selection == BundledSelection.All || (selection == BundledSelection.Corrections && file.Name == Corrections))];
        SpecDocument[] documents = new SpecDocument[files.Length];
        Parallel.For(
            0,
            files.Length,
            new ParallelOptions { CancellationToken = cancellationToken },
            index => documents[index] = SpecReader.Read(Load(files[index].Resource, files[index].Name)).Document);
        return ImmutableArray.Create(documents);
    }

    // Where the assembly was built decides which way the slashes lean.
    private static IEnumerable<(string Resource, string Name)> Find() =>
        from resource in typeof(BundledDocuments).Assembly.GetManifestResourceNames()
        where resource.StartsWith(Folder, StringComparison.Ordinal)
        select (resource, resource.Substring(Folder.Length).Replace('\\', '/'));

    private static SpecFile Load(string resource, string name)
    {
        using Stream stream = typeof(BundledDocuments).Assembly.GetManifestResourceStream(resource)!;
        using BinaryReader reader = new(stream);
        return new SpecFile(name, Encoding.UTF8.GetString(reader.ReadBytes((int)stream.Length)), SpecOrigin.Bundled);
    }
}
