using System.Globalization;
using Kantata.Benchmarks.Decoding;
using Kantata.Benchmarks.Tables;

namespace Kantata.Benchmarks.StartUp;

/// <summary>Measures what a process pays for its first page, in fresh processes that are started in turn.</summary>
internal static class StartUpTimes
{
    /// <summary>Prints how long the client takes as a part of what System.Text.Json with generated code takes.</summary>
    /// <param name="args">The number of rounds, 15 where it is left out.</param>
    /// <param name="output">Where to.</param>
    public static void Print(string[] args, TextWriter output)
    {
        int rounds = args is [string number, ..] ? int.Parse(number, CultureInfo.InvariantCulture) : 15;
        DirectoryInfo folder = Directory.CreateTempSubdirectory("kantata-start-up-");
        try
        {
            byte[] page = PageBuilder.Build(PageContent.Billing, seed: 5);
            string file = Path.Combine(folder.FullName, "page.json");
            File.WriteAllBytes(file, page);
            using PageServer server = new(page);
            output.WriteLine("| first in a fresh process | part of System.Text.Json | client, ms | System.Text.Json, ms |");
            output.WriteLine("| --- | ---: | ---: | ---: |");
            foreach (bool native in (bool[])[false, true])
            {
                PublishedProgram client = PublishedProgram.Publish(folder.FullName, "Client", native);
                PublishedProgram serializer = PublishedProgram.Publish(folder.FullName, "Serializer", native);

                // The first round brings the files into memory.
                for (int round = 0; round <= rounds; round++)
                {
                    client.Measure(file, server.Address);
                    serializer.Measure(file, server.Address);
                }

                string kind = native ? "Native AOT" : "framework-dependent";
                PrintRow(output, $"decoded page, {kind}", Medians.Of(client.Decodes.Skip(1)), Medians.Of(serializer.Decodes.Skip(1)));
                PrintRow(output, $"page over HTTP from the process's start, {kind}", Medians.Of(client.FirstPages.Skip(1)), Medians.Of(serializer.FirstPages.Skip(1)));
                if (native)
                {
                    PublishedProgram call = PublishedProgram.Publish(folder.FullName, "Call", native);
                    PublishedProgram bytes = PublishedProgram.Publish(folder.FullName, "Bytes", native);
                    output.WriteLine();
                    output.WriteLine(string.Create(
                        CultureInfo.InvariantCulture,
                        $"Native AOT: {client.Size / 1e6:0.000} MB, with System.Text.Json {serializer.Size / 1e6:0.000} MB, the same call by the client without decoding {call.Size / 1e6:0.000} MB, by a bare HttpClient {bytes.Size / 1e6:0.000} MB."));
                }
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void PrintRow(TextWriter output, string name, TimeSpan client, TimeSpan serializer) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {client / serializer:0.00} | {client.TotalMilliseconds:0.0} | {serializer.TotalMilliseconds:0.0} |"));
}
