namespace BillingDesk.Output;

/// <summary>Shows the work as plain lines, for files and pipes: no colours, no lines around tables.</summary>
internal sealed class PlainOutput(TextWriter writer) : IOutput
{
    public void Heading(string text)
    {
        writer.WriteLine();
        writer.WriteLine(text);
    }

    public void Line(string text) => writer.WriteLine(text);

    public void Show(Sheet sheet)
    {
        int[] widths = [.. sheet.Columns.Select((column, index) => sheet.Rows.Select(row => row[index].Length).Append(column.Title.Length).Max())];
        Write([.. sheet.Columns.Select(column => column.Title)], sheet, widths);
        foreach (IReadOnlyList<string> row in sheet.Rows)
        {
            Write(row, sheet, widths);
        }
    }

    public async Task<T> ShowProgressAsync<T>(string what, int total, Func<IProgress<int>, Task<T>> work)
    {
        T result = await work(new NoProgress());
        writer.WriteLine($"{what}: done.");
        return result;
    }

    private void Write(IReadOnlyList<string> cells, Sheet sheet, int[] widths)
    {
        IEnumerable<string> padded = cells.Select((cell, index) => sheet.Columns[index].IsAmount ? cell.PadLeft(widths[index]) : cell.PadRight(widths[index]));
        writer.WriteLine(("  " + string.Join("  ", padded)).TrimEnd());
    }

    // Lines cannot be taken back, so a bar would be a line for each step.
    private sealed class NoProgress : IProgress<int>
    {
        public void Report(int value)
        {
        }
    }
}
