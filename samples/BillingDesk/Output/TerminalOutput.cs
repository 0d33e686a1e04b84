using Spectre.Console;

namespace BillingDesk.Output;

/// <summary>Shows the work with colours, tables and progress bars.</summary>
internal sealed class TerminalOutput(IAnsiConsole console) : IOutput
{
    public void Heading(string text)
    {
        console.WriteLine();
        console.Write(new Rule($"[bold]{Markup.Escape(text)}[/]").LeftJustified());
    }

    public void Line(string text) => console.WriteLine(text);

    public void Show(Sheet sheet)
    {
        Table table = new Table().RoundedBorder();
        foreach (Column column in sheet.Columns)
        {
            TableColumn shown = new(new Text(column.Title, new Style(decoration: Decoration.Bold)));
            table.AddColumn(column.IsAmount ? shown.RightAligned().NoWrap() : shown);
        }

        foreach (IReadOnlyList<string> row in sheet.Rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        console.Write(table);
    }

    public Task<T> ShowProgressAsync<T>(string what, int total, Func<IProgress<int>, Task<T>> work) =>
        console.Progress().StartAsync(progress => work(new Bar(progress.AddTask(Markup.Escape(what), maxValue: total))));

    private sealed class Bar(ProgressTask task) : IProgress<int>
    {
        public void Report(int value) => task.Value = value;
    }
}
