using Kantata.Spec;
using Kantata.Spec.Model;

namespace Kantata.Emulator.Schema;

/// <summary>The documents of the API that come with their reader.</summary>
internal static class BundledDocuments
{
    // Reading some hundred documents takes longer than everything else at a start, and they never change.
    private static readonly Lazy<SpecDocument[]> s_documents = new(() => [.. BundledFile.Find().Select(file => SpecReader.ReadDocument(file.Load()))]);

    private static readonly Lazy<ApiModel> s_model = new(() => ApiModelBuilder.BuildModel(s_documents.Value));

    /// <summary>The API that they describe; read once in a process.</summary>
    public static ApiModel Model => s_model.Value;

    /// <summary>The API that they describe together with a user's own documents, which replace bundled ones about the same thing.</summary>
    /// <exception cref="KantataDocumentException">One of the user's documents cannot be used.</exception>
    public static ApiModel With(IReadOnlyList<SpecFile> files)
    {
        DocumentReading[] readings = [.. files.Select(SpecReader.Read)];
        ApiModelResult result = ApiModelBuilder.Build(s_documents.Value.Concat(readings.Select(reading => reading.Document)));
        ILookup<string, DocumentPositions> positions = readings.ToLookup(reading => reading.Document.Name, reading => reading.Positions, StringComparer.Ordinal);
        SpecDiagnostic? fault = readings
            .SelectMany(reading => reading.Diagnostics)
            .Concat(result.Problems.Where(problem => positions.Contains(problem.Document)).Select(problem => problem.At(positions[problem.Document].First())))
            .FirstOrDefault(diagnostic => diagnostic.Severity == SpecSeverity.Error);
        return fault is null ? result.Model : throw new KantataDocumentException(fault.File, fault.Line, fault.Message);
    }
}
