using System.Text;
using Kantata.Emulator.Requests;

namespace Kantata.Emulator.Csv;

/// <summary>The rows of a CSV file under its headings.</summary>
/// <param name="Rows">The rows, each with its cells under their headings in snake case: <c>Story ID*</c> is <c>story_id</c>.</param>
internal sealed record CsvTable(IReadOnlyList<IReadOnlyDictionary<string, string>> Rows)
{
    /// <summary>The parameter that may hold the file as a text.</summary>
    public const string Parameter = "csv_file";

    /// <summary>The table of a request: a file, the whole body, or a parameter; null where it has none.</summary>
    public static CsvTable? Find(ApiRequest request) =>
        request.Files.Count > 0 ? Parse(Encoding.UTF8.GetString(request.Files[0].Bytes.Span))
        : request.Query.TryGetValue(Parameter, out string? text) ? Parse(text)
        : request.Text.Length > 0 && request.Body.ValueKind == System.Text.Json.JsonValueKind.Undefined ? Parse(request.Text)
        : null;

    /// <summary>Reads the text of a file. Cells that a row has too many are skipped, those that it has too few are not there.</summary>
    public static CsvTable Parse(string text)
    {
        List<List<string>> lines = [.. CsvText.Read(text.TrimStart('\uFEFF')).Where(line => line.Any(cell => cell.Length > 0))];
        if (lines.Count == 0)
        {
            return new CsvTable([]);
        }

        string[] headings = [.. lines[0].Select(Name)];
        return new CsvTable([.. lines.Skip(1).Select(line => headings
            .Zip(line)
            .DistinctBy(cell => cell.First)
            .ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal))]);
    }

    private static string Name(string heading)
    {
        string[] words = heading.Split([' ', '_', '*', '-', '(', ')', '.', '/'], StringSplitOptions.RemoveEmptyEntries);
        return string.Join('_', words).ToLowerInvariant();
    }
}
