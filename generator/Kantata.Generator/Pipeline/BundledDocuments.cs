using System.Collections.Immutable;
using Kantata.Spec;

namespace Kantata.Generator.Pipeline;

/// <summary>The documents that come with the generator: as files of the user's project they would cost each of its builds.</summary>
internal static class BundledDocuments
{
    private const string Corrections = "overlay.json";

    /// <summary>Reads the documents that a project takes. They are read side by side, because nothing else runs before they are there.</summary>
    public static ImmutableArray<SpecDocument> Read(BundledSelection selection, CancellationToken cancellationToken)
    {
        BundledFile[] files = [.. BundledFile.Find().Where(file => selection == BundledSelection.All || (selection == BundledSelection.Corrections && file.Name == Corrections))];
        SpecDocument[] documents = new SpecDocument[files.Length];
        Parallel.For(
            0,
            files.Length,
            new ParallelOptions { CancellationToken = cancellationToken },
            index => documents[index] = SpecReader.ReadDocument(files[index].Load()));
        return ImmutableArray.Create(documents);
    }
}
