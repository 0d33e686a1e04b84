using BenchmarkDotNet.Running;
using Kantata.Benchmarks.Paging;

// dotnet run -c Release --project tests/Kantata.Benchmarks -- paging [rounds]
// Reads 50 pages that take 50 ms each with pages ahead, beside one after the other, and prints the ratios.
// dotnet run -c Release --project tests/Kantata.Benchmarks -- [options of BenchmarkDotNet]
// Runs benchmarks; without options it asks which.
if (args is ["paging", .. string[] rest])
{
    await PagingTimes.PrintAsync(rest, Console.Out);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(PagingBenchmark).Assembly).Run(args);
}
