using System.Collections.Concurrent;
using System.Globalization;
using Xunit;
using Xunit.Abstractions;

namespace Kantata.Generator.Tests.Fuzzing;

/// <summary>
/// Whatever a document holds, the generator neither throws nor hangs, tells each fault with its place, and what it generates compiles.
/// KANTATA_FUZZ_DOCUMENTS says how many documents are tried, KANTATA_FUZZ_SEED with which one it begins: document n of a run is document 0 of the run that begins with its seed.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    // Generous: a document takes some ten milliseconds. It tells a hang, not a slow machine.
    private static readonly TimeSpan s_hang = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Spoilt_documents_are_told_and_what_they_generate_compiles()
    {
        int documents = Number("KANTATA_FUZZ_DOCUMENTS") ?? 1_000;
        int firstSeed = Number("KANTATA_FUZZ_SEED") ?? 1;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first seed {firstSeed}"));

        ConcurrentBag<SpoiltDocument> failed = [];
        int refused = 0;
        int files = 0;
        await Parallel.ForEachAsync(Enumerable.Range(firstSeed, documents), async (seed, cancellationToken) =>
        {
            SpoiltDocument document = SpoiltDocument.Of(seed);
            await Task.Run(document.Try, cancellationToken).WaitAsync(s_hang, cancellationToken).ConfigureAwait(false);
            Interlocked.Add(ref refused, document.Told.Length > 0 ? 1 : 0);
            Interlocked.Add(ref files, document.GeneratedFiles);
            if (document.Fault is not null)
            {
                failed.Add(document);
            }
        });

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{documents} documents tried, {refused} with faults told, {files} files generated and compiled, {failed.Count} failed"));
        Assert.True(failed.IsEmpty, string.Join("\n\n", failed.OrderBy(document => document.Seed).Take(5)));
    }

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
