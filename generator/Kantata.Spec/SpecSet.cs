using Kantata.Spec.Collections;

namespace Kantata.Spec;

/// <summary>Reads a whole set of files at once.</summary>
public static class SpecSet
{
    /// <summary>Reads the files and puts them together.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="files"/> is null.</exception>
    public static SpecSetReading Read(IEnumerable<SpecFile> files)
    {
        DocumentReading[] readings = [.. (files ?? throw new ArgumentNullException(nameof(files))).Select(SpecReader.Read)];
        ApiModelResult result = ApiModelBuilder.Build(readings.Select(reading => reading.Document));

        ILookup<string, DocumentPositions> positions = readings.ToLookup(reading => reading.Document.Name, reading => reading.Positions, StringComparer.Ordinal);
        IEnumerable<SpecDiagnostic> diagnostics = readings
            .SelectMany(reading => reading.Diagnostics)
            .Concat(result.Problems.Select(problem => problem.At(positions[problem.Document].FirstOrDefault() ?? DocumentPositions.None)))
            .OrderBy(diagnostic => diagnostic.File, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Line)
            .ThenBy(diagnostic => diagnostic.Column)
            .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal);

        return new SpecSetReading(result.Model, diagnostics.ToEquatableArray());
    }
}
