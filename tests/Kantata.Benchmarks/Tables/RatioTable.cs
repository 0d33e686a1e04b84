using System.Globalization;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Kantata.Benchmarks.Tables;

/// <summary>What benchmarks measured as one table for the README: the machine above it, and ratios before times.</summary>
internal static class RatioTable
{
    /// <summary>Prints each benchmark beside the baseline that was measured in the same run on the same data.</summary>
    public static void Print(IEnumerable<Summary> summaries, TextWriter output)
    {
        Summary[] all = [.. summaries];
        output.WriteLine(string.Join("; ", all[0].HostEnvironmentInfo.ToFormattedString().Select(line => line.Trim())));
        output.WriteLine();
        output.WriteLine("| what | beside | time | memory | median, µs | bytes |");
        output.WriteLine("| --- | --- | ---: | ---: | ---: | ---: |");
        foreach (BenchmarkReport report in all.SelectMany(summary => summary.Reports).Where(report => report.Success && !report.BenchmarkCase.Descriptor.Baseline))
        {
            BenchmarkReport? baseline = all.SelectMany(summary => summary.Reports).FirstOrDefault(other => IsBaselineOf(other.BenchmarkCase, report.BenchmarkCase));
            if (baseline is not null)
            {
                PrintRow(report, baseline, output);
            }
        }
    }

    private static bool IsBaselineOf(BenchmarkCase other, BenchmarkCase benchmark) =>
        other.Descriptor.Baseline
        && other.Descriptor.Type == benchmark.Descriptor.Type
        && other.Parameters.DisplayInfo == benchmark.Parameters.DisplayInfo;

    private static void PrintRow(BenchmarkReport report, BenchmarkReport baseline, TextWriter output)
    {
        string parameters = string.Join(", ", report.BenchmarkCase.Parameters.Items.Select(item => item.Value));
        string what = $"{report.BenchmarkCase.Descriptor.Type.Name}: {report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo}{(parameters.Length > 0 ? $" ({parameters})" : "")}";
        double median = report.ResultStatistics!.Median / 1000;
        long bytes = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;
        double baselineBytes = baseline.GcStats.GetBytesAllocatedPerOperation(baseline.BenchmarkCase) ?? 0;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {what} | {baseline.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo} | {median * 1000 / baseline.ResultStatistics!.Median:0.00} | {bytes / baselineBytes:0.00} | {median:0.0} | {bytes:N0} |"));
    }
}
