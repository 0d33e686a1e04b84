using BillingDesk.Output;
using Spectre.Console;
using Xunit;

namespace BillingDesk.Tests;

public sealed class OutputTests
{
    [Fact]
    public void Plain_tables_are_lines_in_which_columns_are_aligned_and_amounts_stand_at_the_right()
    {
        using StringWriter written = new() { NewLine = "\n" };

        new PlainOutput(written).Show(Sheet());

        Assert.Equal("  Name      Amount\n  [Pier]      5.00\n  Quay    1,250.00\n", written.ToString());
    }

    [Fact]
    public void Tables_at_a_terminal_show_texts_as_they_are_and_not_as_markup()
    {
        using StringWriter written = new() { NewLine = "\n" };
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(written) });

        new TerminalOutput(console).Show(Sheet());

        Assert.Contains("[Pier]", written.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_done_with_progress_gives_its_result_everywhere()
    {
        using StringWriter written = new();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(written) });
        foreach (IOutput output in (IOutput[])[new PlainOutput(written), new TerminalOutput(console)])
        {
            int result = await output.ShowProgressAsync("Counting [to 2]", 2, progress =>
            {
                progress.Report(2);
                return Task.FromResult(42);
            });

            Assert.Equal(42, result);
        }
    }

    private static Sheet Sheet()
    {
        Sheet sheet = new(new("Name"), new("Amount", IsAmount: true));
        sheet.Add("[Pier]", "5.00");
        sheet.Add("Quay", "1,250.00");
        return sheet;
    }
}
