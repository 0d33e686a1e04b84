using System.Diagnostics;
using System.Globalization;

namespace Kantata.Benchmarks.Decoding;

/// <summary>
/// Decodes pages in every way in turn, round by round: on a machine whose speed changes from one second to the next, ways that are
/// measured one after the other tell nothing about each other. The rounds of each way are added up, since what it leaves to the
/// garbage collector is paid for in few of them: a median would not show it. Each page has a process of its own, so that no way is
/// compiled for what another page is like.
/// </summary>
internal static class DecodingInTurn
{
    public const string Argument = "decoding-row";

    private const int Seed = 5;
    private const int WarmUps = 300;

    /// <summary>Prints times and bytes as parts of what System.Text.Json with generated code takes, each page by a process of its own.</summary>
    /// <param name="output">Where to.</param>
    public static void Print(TextWriter output)
    {
        output.WriteLine("| page | client, time | client, bytes | Newtonsoft.Json from a string, time | tokens alone, time | client, part of Newtonsoft.Json's time | client, µs | client, kB |");
        output.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (PageContent content in Enum.GetValues<PageContent>())
        {
            foreach (DocumentForm form in Enum.GetValues<DocumentForm>())
            {
                output.Write(OwnProcess.Run(Argument, content.ToString(), form.ToString()));
            }
        }
    }

    /// <summary>Measures one page in this process.</summary>
    /// <param name="args">What the page holds, how it is written, and the number of rounds, 400 where it is left out.</param>
    /// <param name="output">Where to.</param>
    public static void PrintRow(string[] args, TextWriter output)
    {
        PageContent content = Enum.Parse<PageContent>(args[0]);
        DocumentForm form = Enum.Parse<DocumentForm>(args[1]);
        int rounds = args is [_, _, string number] ? int.Parse(number, CultureInfo.InvariantCulture) : 400;
        byte[] page = DocumentRewriter.Rewrite(PageBuilder.Build(content, Seed), form, Seed);
        using AnswerDecoder decoder = new(page, content);
        Action[] ways =
        [
            () => PlainDecoders.SystemTextJson(page),
            () => decoder.Decode(),
            () => PlainDecoders.NewtonsoftFromString(page),
            () => PlainDecoders.Tokens(page),
        ];
        TimeSpan[] times = new TimeSpan[ways.Length];
        for (int round = -WarmUps; round < rounds; round++)
        {
            for (int way = 0; way < ways.Length; way++)
            {
                long start = Stopwatch.GetTimestamp();
                ways[way]();
                if (round >= 0)
                {
                    times[way] += Stopwatch.GetElapsedTime(start);
                }
            }
        }

        long[] bytes = Array.ConvertAll(ways, Allocated);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {content}, {form} | {times[1] / times[0]:0.00} | {(double)bytes[1] / bytes[0]:0.00} | {times[2] / times[0]:0.00} | {times[3] / times[0]:0.00} | {times[1] / times[2]:0.00} | {(times[1] / rounds).TotalMicroseconds:0} | {bytes[1] / 1000} |"));
    }

    private static long Allocated(Action way)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        way();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
