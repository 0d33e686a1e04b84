using BenchmarkDotNet.Running;
using Kantata.Benchmarks;
using Kantata.Benchmarks.Analyzers;
using Kantata.Benchmarks.Calls;
using Kantata.Benchmarks.Decoding;
using Kantata.Benchmarks.Generator;
using Kantata.Benchmarks.Paging;
using Kantata.Benchmarks.StartUp;
using Kantata.Benchmarks.Tables;

// dotnet run -c Release --project tests/Kantata.Benchmarks -- paging [rounds]
// Reads 50 pages that take 50 ms each with pages ahead, beside one after the other, and prints the ratios.
// dotnet run -c Release --project tests/Kantata.Benchmarks -- decode [options of BenchmarkDotNet]
// Decodes pages in several forms, beside System.Text.Json and others.
// dotnet run -c Release --project tests/Kantata.Benchmarks -- generator [rounds]
// Runs the generator over the whole API, in fresh processes and warm, from pages and from one OpenAPI document, and over documents
// that grow, and prints time and bytes.
// dotnet run -c Release --project tests/Kantata.Benchmarks -- analyzers [rounds]
// Analyses projects of 500 files with the rules beside the same without, and prints the ratios.
// dotnet run -c Release --project tests/Kantata.Benchmarks -- runtime
// Makes calls and decodes pages beside other clients, and prints the README's tables.
// dotnet run -c Release --project tests/Kantata.Benchmarks -- startup [rounds]
// Publishes programs that read one page, starts them in turn, and prints the ratios.
// dotnet run -c Release --project tests/Kantata.Benchmarks -- [options of BenchmarkDotNet]
// Runs benchmarks; without options it asks which.
switch (args)
{
    case ["paging", .. string[] rest]:
        await PagingTimes.PrintAsync(rest, Console.Out);
        break;
    case ["decode", .. string[] rest]:
        BenchmarkSwitcher.FromTypes([typeof(DecoderComparison), typeof(PageDecoding)]).Run(rest is [] ? ["--filter", "*"] : rest);
        break;
    case ["generator", .. string[] rest]:
        Console.Write(OwnProcess.RunAsCompiler([GeneratorTimes.Argument, .. rest]));
        break;
    case [GeneratorTimes.Argument, .. string[] rest]:
        GeneratorTimes.Print(rest, Console.Out);
        break;
    case ["analyzers", .. string[] rest]:
        await AnalysisTimes.PrintAsync(rest, Console.Out);
        break;
    case ["runtime"]:
        RatioTable.Print(BenchmarkSwitcher.FromTypes([typeof(GetCall)]).Run(["--filter", "*"]), Console.Out);
        Console.WriteLine();
        DecodingInTurn.Print(Console.Out);
        break;
    case ["startup", .. string[] rest]:
        StartUpTimes.Print(rest, Console.Out);
        break;
    case [DecodingInTurn.Argument, .. string[] rest]:
        DecodingInTurn.PrintRow(rest, Console.Out);
        break;
    case [ColdRun.Argument, .. string[] rest]:
        ColdRun.Print(rest, Console.Out);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(PagingBenchmark).Assembly).Run(args);
        break;
}
