using System.Diagnostics;
using System.Globalization;
using Kantata.Benchmarks.Tables;

namespace Kantata.Benchmarks.Paging;

/// <summary>Runs <see cref="PagingBenchmark"/> by a stopwatch: where nearly all the time is waiting, that tells as much as BenchmarkDotNet, sooner.</summary>
internal static class PagingTimes
{
    private static readonly int[] _prefetches = [0, 1, 2, 3, 4, 5, 6, 7, 8];

    /// <summary>Prints how long each number of pages ahead takes, as a part of one after the other and beside what it may take.</summary>
    /// <param name="args">The number of rounds, 5 where it is left out.</param>
    /// <param name="output">Where to.</param>
    public static async Task PrintAsync(string[] args, TextWriter output)
    {
        int rounds = args is [string number, ..] ? int.Parse(number, CultureInfo.InvariantCulture) : 5;
        using PagingBenchmark benchmark = new();
        List<TimeSpan>[] times = [.. _prefetches.Select(_ => new List<TimeSpan>())];
        for (int round = 0; round <= rounds; round++)
        {
            for (int index = 0; index < _prefetches.Length; index++)
            {
                benchmark.Prefetch = _prefetches[index];
                long start = Stopwatch.GetTimestamp();
                await benchmark.ReadAllAsync();

                // The first round compiles.
                if (round > 0)
                {
                    times[index].Add(Stopwatch.GetElapsedTime(start));
                }
            }
        }

        TimeSpan sequential = Medians.Of(times[0]);
        await output.WriteLineAsync($"{PagingBenchmark.Pages} pages of 50 ms, medians of {rounds} rounds in turn, {Environment.ProcessorCount} cores");
        await output.WriteLineAsync();
        await output.WriteLineAsync("| pages ahead | ms | part of sequential | at most |");
        await output.WriteLineAsync("| ---: | ---: | ---: | ---: |");
        for (int index = 0; index < _prefetches.Length; index++)
        {
            TimeSpan time = Medians.Of(times[index]);
            string most = _prefetches[index] is > 0 and int ahead ? string.Create(CultureInfo.InvariantCulture, $"{MostOf(ahead):0.000}") : "";
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"| {_prefetches[index]} | {time.TotalMilliseconds:0} | {time / sequential:0.000} | {most} |"));
        }
    }

    // Nothing is fetched ahead before the first page tells how many there are; then so many come at a time. A twentieth is for the work.
    private static double MostOf(int ahead) =>
        1.05 * (1 + Math.Ceiling((PagingBenchmark.Pages - 1) / (double)ahead)) / PagingBenchmark.Pages;
}
